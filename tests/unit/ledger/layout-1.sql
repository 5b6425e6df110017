BEGIN TRANSACTION;
CREATE TABLE captures (
	id TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	zlib BLOB NOT NULL, 
	recorded_at TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "captures" VALUES('f010879c25d8e3c91e312421a0e6556170ad82fe05fff824e081d759cf962a9a',219,X'789C3D8D416EC2500C05F739C53B4054D1A895D822CA0668BB081CC024FEC402ECCA7654717BBE58B07EF366FACDEF71DF623B2BE37DD9A25B741F4DB33AD99CE83EF1639E1376E64C8AB0EB28EC81C12D8247E4C4F896AB24F91D5F7C231F28C5147BA93AD127C014C95EDF3CA439EA7A983946BA83B42A66D76A3AD17001950AA2AFE95732DDEC2F50C42BF44FAEA267C46419ED53BE35D1C47A122E012BE8934A41908C6FCD03CB444C06','2026-11-28T17:50:08.430364+00:00');
CREATE TABLE count_claims (
	form TEXT NOT NULL, 
	read_by TEXT NOT NULL, 
	place INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (form, read_by, place), 
	FOREIGN KEY(form) REFERENCES documents (form)
);
CREATE TABLE derived (
	seq INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	zlib BLOB NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE ("key")
);
CREATE TABLE documents (
	form TEXT NOT NULL, 
	id TEXT NOT NULL, 
	published TEXT, 
	title TEXT, 
	text TEXT NOT NULL, 
	body TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	PRIMARY KEY (form)
);
INSERT INTO "documents" VALUES('d41409a08b725dabbfaf23168d56384048beab42fd7249da16f1af1b8e1d1720','a85f2a420611fcfdd65df77beb47c4c17941d2b5ddfb7e3321aeb2ee65bbd249','2024-06-18','SEOUL, June 18, 2024','SEOUL, June 18, 2024

About 25 North Korean soldiers crossed the Military Demarcation Line in the eastern sector on Tuesday and turned back after South Korean troops fired warning shots, the Joint Chiefs of Staff said.
','{"id":"a85f2a420611fcfdd65df77beb47c4c17941d2b5ddfb7e3321aeb2ee65bbd249","name":"","text":"","capture_id":"","title":"SEOUL, June 18, 2024","published":"2024-06-18","published_basis":"dateline","url":null,"publisher":null,"language":"en","furniture":[],"relays":[],"notes":[]}','2026-11-28T17:50:08.440938+00:00');
CREATE TABLE extractions (
	seq INTEGER NOT NULL, 
	form TEXT NOT NULL, 
	read_by TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE (form, read_by), 
	FOREIGN KEY(form) REFERENCES documents (form)
);
INSERT INTO "extractions" VALUES(1,'d41409a08b725dabbfaf23168d56384048beab42fd7249da16f1af1b8e1d1720','truceline 0.1.0 code 58ade0aa8507 pack cd11ca9be22af98f','2026-11-28T17:50:08.451856+00:00');
CREATE TABLE fetches (
	seq INTEGER NOT NULL, 
	capture_id TEXT NOT NULL, 
	address TEXT NOT NULL, 
	part INTEGER NOT NULL, 
	media_type TEXT NOT NULL, 
	captured_at TEXT NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE (capture_id, address, part, captured_at), 
	FOREIGN KEY(capture_id) REFERENCES captures (id)
);
INSERT INTO "fetches" VALUES(1,'f010879c25d8e3c91e312421a0e6556170ad82fe05fff824e081d759cf962a9a','one/a.txt',0,'text/plain','2026-11-28T17:50:03.641457+00:00');
CREATE TABLE judgements (
	seq INTEGER NOT NULL, 
	left_report TEXT NOT NULL, 
	right_report TEXT NOT NULL, 
	made_by TEXT NOT NULL, 
	body TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE (body)
);
CREATE TABLE law_quotes (
	form TEXT NOT NULL, 
	read_by TEXT NOT NULL, 
	place INTEGER NOT NULL, 
	instrument TEXT NOT NULL, 
	clause TEXT NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (form, read_by, place), 
	FOREIGN KEY(form) REFERENCES documents (form)
);
CREATE TABLE printings (
	seq INTEGER NOT NULL, 
	form TEXT NOT NULL, 
	capture_id TEXT NOT NULL, 
	part INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE (form, capture_id, part, name), 
	FOREIGN KEY(form) REFERENCES documents (form), 
	FOREIGN KEY(capture_id) REFERENCES captures (id)
);
INSERT INTO "printings" VALUES(1,'d41409a08b725dabbfaf23168d56384048beab42fd7249da16f1af1b8e1d1720','f010879c25d8e3c91e312421a0e6556170ad82fe05fff824e081d759cf962a9a',0,'a');
CREATE TABLE refusals (
	seq INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE (body)
);
CREATE TABLE reports (
	form TEXT NOT NULL, 
	read_by TEXT NOT NULL, 
	place INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (form, read_by, place), 
	FOREIGN KEY(form) REFERENCES documents (form)
);
INSERT INTO "reports" VALUES('d41409a08b725dabbfaf23168d56384048beab42fd7249da16f1af1b8e1d1720','truceline 0.1.0 code 58ade0aa8507 pack cd11ca9be22af98f',0,'r7a3f905ff8b7af11c9203735','ground_crossing','{"id":"r7a3f905ff8b7af11c9203735","document_id":"a85f2a420611fcfdd65df77beb47c4c17941d2b5ddfb7e3321aeb2ee65bbd249","claim":{"kind":{"value":"ground_crossing","evidence":[{"document_id":"a85f2a420611fcfdd65df77beb47c4c17941d2b5ddfb7e3321aeb2ee65bbd249","start":53,"end":105,"part":"text"}],"read_by":"reports.patterns 1 cross"},"actors":[{"value":{"party":"PRK","role":"mil"},"evidence":[{"document_id":"a85f2a420611fcfdd65df77beb47c4c17941d2b5ddfb7e3321aeb2ee65bbd249","start":31,"end":52,"part":"text"}],"read_by":"reports.sides 1"}],"targets":[{"value":{"party":"KOR","role":"mil"},"evidence":[{"document_id":"a85f2a420611fcfdd65df77beb47c4c17941d2b5ddfb7e3321aeb2ee65bbd249","start":31,"end":52,"part":"text"}],"read_by":"reports.targets 1 other side of the line"}],"when":{"value":{"start":"2024-06-18","end":"2024-06-18","precision":"day","basis":"weekday","words":"on Tuesday","anchored":true},"evidence":[{"document_id":"a85f2a420611fcfdd65df77beb47c4c17941d2b5ddfb7e3321aeb2ee65bbd249","start":113,"end":123,"part":"text"}],"read_by":"language.dates 1 weekday"},"time":null,"where":{"value":{"name":"eastern sector","gazetteer_id":null,"latitude":null,"longitude":null,"radius_m":null,"country":null,"candidates":[]},"evidence":[{"document_id":"a85f2a420611fcfdd65df77beb47c4c17941d2b5ddfb7e3321aeb2ee65bbd249","start":98,"end":112,"part":"text"}],"read_by":"reports.where 1"},"line":{"value":"MDL","evidence":[{"document_id":"a85f2a420611fcfdd65df77beb47c4c17941d2b5ddfb7e3321aeb2ee65bbd249","start":65,"end":90,"part":"text"}],"read_by":"reports.lines 1"},"sector":{"value":"east","evidence":[{"document_id":"a85f2a420611fcfdd65df77beb47c4c17941d2b5ddfb7e3321aeb2ee65bbd249","start":98,"end":112,"part":"text"}],"read_by":"reports.lines 1"},"counts":[{"value":{"what":"persons","low":25,"high":25,"approx":true,"of":null},"evidence":[{"document_id":"a85f2a420611fcfdd65df77beb47c4c17941d2b5ddfb7e3321aeb2ee65bbd249","start":22,"end":30,"part":"text"}],"read_by":"reports.counts 1"}],"responses":[{"value":"warning_shots","evidence":[{"document_id":"a85f2a420611fcfdd65df77beb47c4c17941d2b5ddfb7e3321aeb2ee65bbd249","start":172,"end":185,"part":"text"}],"read_by":"reports.aftermath 1"}],"outcome":{"value":"retreated","evidence":[{"document_id":"a85f2a420611fcfdd65df77beb47c4c17941d2b5ddfb7e3321aeb2ee65bbd249","start":128,"end":139,"part":"text"}],"read_by":"reports.outcomes 1"},"intent":null,"modality":"actual"},"attributions":[{"speaker":{"value":{"code":"KOR:JCS","party":"KOR"},"evidence":[{"document_id":"a85f2a420611fcfdd65df77beb47c4c17941d2b5ddfb7e3321aeb2ee65bbd249","start":187,"end":212,"part":"text"}],"read_by":"reports.speakers 1"},"stance":"asserts","cue":{"document_id":"a85f2a420611fcfdd65df77beb47c4c17941d2b5ddfb7e3321aeb2ee65bbd249","start":213,"end":217,"part":"text"},"via":[]}],"follow_ups":[],"prominence":"main","status":"asserted","quote":{"document_id":"a85f2a420611fcfdd65df77beb47c4c17941d2b5ddfb7e3321aeb2ee65bbd249","start":22,"end":218,"part":"text"},"confidence":0.9069541909153828,"extractor":"truceline.reports 1","notes":[]}');
CREATE TABLE reviews (
	seq INTEGER NOT NULL, 
	subject TEXT NOT NULL, 
	made_by TEXT NOT NULL, 
	body TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE (body)
);
CREATE TABLE rulebooks (
	instrument TEXT NOT NULL, 
	version TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	body TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	PRIMARY KEY (instrument, version, sha256)
);
CREATE TABLE runs (
	seq INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	read_by TEXT NOT NULL, 
	numbers TEXT NOT NULL, 
	at TEXT NOT NULL, 
	PRIMARY KEY (seq)
);
INSERT INTO "runs" VALUES(1,'begun','truceline 0.1.0 code 58ade0aa8507 pack cd11ca9be22af98f','{}','2026-11-28T17:50:03.667615+00:00');
INSERT INTO "runs" VALUES(2,'ended','truceline 0.1.0 code 58ade0aa8507 pack cd11ca9be22af98f','{"count_claims":0,"documents":1,"incidents":1,"known":0,"new":1,"refused":0,"reports":1,"undated":0}','2026-11-28T17:50:08.571507+00:00');
CREATE TABLE schema_version (
	version INTEGER NOT NULL, 
	made_by TEXT NOT NULL, 
	made_at TEXT NOT NULL, 
	PRIMARY KEY (version)
);
INSERT INTO "schema_version" VALUES(1,'0.1.0','2026-11-28T17:50:03.621893+00:00');
CREATE INDEX ix_documents_id ON documents (id);
CREATE INDEX ix_documents_published ON documents (published);
CREATE INDEX ix_reviews_subject ON reviews (subject);
CREATE INDEX reports_id ON reports (id);
CREATE TRIGGER captures_no_update BEFORE UPDATE ON captures BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no UPDATE on captures'); END;
CREATE TRIGGER captures_no_delete BEFORE DELETE ON captures BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no DELETE on captures'); END;
CREATE TRIGGER documents_no_update BEFORE UPDATE ON documents BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no UPDATE on documents'); END;
CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no DELETE on documents'); END;
CREATE TRIGGER judgements_no_update BEFORE UPDATE ON judgements BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no UPDATE on judgements'); END;
CREATE TRIGGER judgements_no_delete BEFORE DELETE ON judgements BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no DELETE on judgements'); END;
CREATE TRIGGER refusals_no_update BEFORE UPDATE ON refusals BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no UPDATE on refusals'); END;
CREATE TRIGGER refusals_no_delete BEFORE DELETE ON refusals BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no DELETE on refusals'); END;
CREATE TRIGGER reviews_no_update BEFORE UPDATE ON reviews BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no UPDATE on reviews'); END;
CREATE TRIGGER reviews_no_delete BEFORE DELETE ON reviews BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no DELETE on reviews'); END;
CREATE TRIGGER rulebooks_no_update BEFORE UPDATE ON rulebooks BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no UPDATE on rulebooks'); END;
CREATE TRIGGER rulebooks_no_delete BEFORE DELETE ON rulebooks BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no DELETE on rulebooks'); END;
CREATE TRIGGER runs_no_update BEFORE UPDATE ON runs BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no UPDATE on runs'); END;
CREATE TRIGGER runs_no_delete BEFORE DELETE ON runs BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no DELETE on runs'); END;
CREATE TRIGGER count_claims_no_update BEFORE UPDATE ON count_claims BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no UPDATE on count_claims'); END;
CREATE TRIGGER count_claims_no_delete BEFORE DELETE ON count_claims BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no DELETE on count_claims'); END;
CREATE TRIGGER extractions_no_update BEFORE UPDATE ON extractions BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no UPDATE on extractions'); END;
CREATE TRIGGER extractions_no_delete BEFORE DELETE ON extractions BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no DELETE on extractions'); END;
CREATE TRIGGER fetches_no_update BEFORE UPDATE ON fetches BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no UPDATE on fetches'); END;
CREATE TRIGGER fetches_no_delete BEFORE DELETE ON fetches BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no DELETE on fetches'); END;
CREATE TRIGGER law_quotes_no_update BEFORE UPDATE ON law_quotes BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no UPDATE on law_quotes'); END;
CREATE TRIGGER law_quotes_no_delete BEFORE DELETE ON law_quotes BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no DELETE on law_quotes'); END;
CREATE TRIGGER printings_no_update BEFORE UPDATE ON printings BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no UPDATE on printings'); END;
CREATE TRIGGER printings_no_delete BEFORE DELETE ON printings BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no DELETE on printings'); END;
CREATE TRIGGER reports_no_update BEFORE UPDATE ON reports BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no UPDATE on reports'); END;
CREATE TRIGGER reports_no_delete BEFORE DELETE ON reports BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no DELETE on reports'); END;
COMMIT;
