BEGIN TRANSACTION;
CREATE TABLE audit (
	seq INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	told TEXT NOT NULL, 
	previous TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	PRIMARY KEY (seq)
);
INSERT INTO "audit" VALUES(1,'2024-07-01T12:00:00+00:00','{"captures":[1,"9f52dd91dac325c1253039eb15cfc6cfd62d81cc7a5ede9e09c45b1e91b828cd"],"documents":[1,"3642aebc1ccb65f07267c0ca143f86a4d62ca4434d2cab152da89ce1ef64ffd8"],"extractions":[1,"c566ba7b86e97d80bddb3517ab7d0b402682ba1ae2c145c1494a69b5c985af1c"],"fetches":[1,"cd4ba6178e507dc2e31ff5a81ac2f50c8ca0bc182747a924d299ff2eb08febd4"],"printings":[1,"48921b1e1fc74dac5537f1d7ddf283501d8a81701e4cffcabc05c2429900109c"],"reports":[1,"82fe16920eba087f90045e1ec94371c62492418ebcab8c79602cca443185dcca"]}','0000000000000000000000000000000000000000000000000000000000000000','558a8cb00d9d7162094d01c27cd81c62b7f123c758f5ae8ebad5ea9fd66ef884');
INSERT INTO "audit" VALUES(2,'2024-07-01T12:00:00+00:00','{"reviews":[1,"02c23727210d8712f8e73df1eedb12f8efc282c4ae2c183e71ff100bf584caeb"]}','558a8cb00d9d7162094d01c27cd81c62b7f123c758f5ae8ebad5ea9fd66ef884','ca26886a190d78914ef3e2c1ea1cb2c4d2d2eeec55ad6cd293a6f86e54fafde9');
CREATE TABLE captures (
	id TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	zlib BLOB NOT NULL, 
	recorded_at TEXT NOT NULL, 
	link INTEGER DEFAULT '0' NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "captures" VALUES('e638d4f52f85f4345eab6d6181c16385f795f476e904a2013fdda31a1fb6bf97',185,X'789C1D8CCB8AC2401045F7F98AFB0141C6A0E05646373E17EA079449B55DA85D505521E4EFA71938AB7BB8E7B6BF3E4E2D0E63612C372DBA9F6ED534DBA78E816E8D8B5A641CD5980A5C3F83B0397A53771E109971968F04D98C1D7FC97A0AD18293D45C6132FC66569BEA54B98FEC03CDEDFFEFA052A26AE1E4D0845B504A709261817BE6191357FFA4FE0D4AC18689AC4879C1B3862F9A3F34A63F34','2024-07-01T12:00:00+00:00',1);
CREATE TABLE count_claims (
	form TEXT NOT NULL, 
	read_by TEXT NOT NULL, 
	place INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	body TEXT NOT NULL, 
	link INTEGER DEFAULT '0' NOT NULL, 
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
	link INTEGER DEFAULT '0' NOT NULL, 
	PRIMARY KEY (form)
);
INSERT INTO "documents" VALUES('5f8220d348e858b0cbbaa40423104fe55d613f58e236b7cd0938798030beb3ee','60812350670dc581158778772debd8c6e0f0ed03a46aeace7c77f06391d35597','2024-06-18','SEOUL, June 18, 2024','SEOUL, June 18, 2024

About 25 North Korean soldiers crossed the Military Demarcation Line near Cheorwon on Tuesday, the Joint Chiefs of Staff said. They went back after warning shots.
','{"id":"60812350670dc581158778772debd8c6e0f0ed03a46aeace7c77f06391d35597","name":"","text":"","capture_id":"","title":"SEOUL, June 18, 2024","published":"2024-06-18","published_basis":"dateline","url":null,"publisher":null,"language":"en","furniture":[],"relays":[],"notes":[]}','2024-07-01T12:00:00+00:00',1);
CREATE TABLE editions (
	name TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	as_of TEXT, 
	made_by TEXT NOT NULL, 
	zlib BLOB NOT NULL, 
	recorded_at TEXT NOT NULL, 
	link INTEGER DEFAULT '0' NOT NULL, 
	PRIMARY KEY (name)
);
CREATE TABLE extractions (
	seq INTEGER NOT NULL, 
	form TEXT NOT NULL, 
	read_by TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	link INTEGER DEFAULT '0' NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE (form, read_by), 
	FOREIGN KEY(form) REFERENCES documents (form)
);
INSERT INTO "extractions" VALUES(1,'5f8220d348e858b0cbbaa40423104fe55d613f58e236b7cd0938798030beb3ee','truceline 0.1.0 code 5d8c41058586 pack 7bcd16891a3578a7','2024-07-01T12:00:00+00:00',1);
CREATE TABLE fetches (
	seq INTEGER NOT NULL, 
	capture_id TEXT NOT NULL, 
	address TEXT NOT NULL, 
	part INTEGER NOT NULL, 
	media_type TEXT NOT NULL, 
	captured_at TEXT NOT NULL, 
	link INTEGER DEFAULT '0' NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE (capture_id, address, part, captured_at), 
	FOREIGN KEY(capture_id) REFERENCES captures (id)
);
INSERT INTO "fetches" VALUES(1,'e638d4f52f85f4345eab6d6181c16385f795f476e904a2013fdda31a1fb6bf97','a.txt',0,'text/plain','2024-07-01T12:00:00+00:00',1);
CREATE TABLE judgements (
	seq INTEGER NOT NULL, 
	left_report TEXT NOT NULL, 
	right_report TEXT NOT NULL, 
	made_by TEXT NOT NULL, 
	body TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	link INTEGER DEFAULT '0' NOT NULL, 
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
	link INTEGER DEFAULT '0' NOT NULL, 
	PRIMARY KEY (form, read_by, place), 
	FOREIGN KEY(form) REFERENCES documents (form)
);
CREATE TABLE printings (
	seq INTEGER NOT NULL, 
	form TEXT NOT NULL, 
	capture_id TEXT NOT NULL, 
	part INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	link INTEGER DEFAULT '0' NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE (form, capture_id, part, name), 
	FOREIGN KEY(form) REFERENCES documents (form), 
	FOREIGN KEY(capture_id) REFERENCES captures (id)
);
INSERT INTO "printings" VALUES(1,'5f8220d348e858b0cbbaa40423104fe55d613f58e236b7cd0938798030beb3ee','e638d4f52f85f4345eab6d6181c16385f795f476e904a2013fdda31a1fb6bf97',0,'a',1);
CREATE TABLE redactions (
	seq INTEGER NOT NULL, 
	table_name TEXT NOT NULL, 
	row_key TEXT NOT NULL, 
	before_sha256 TEXT NOT NULL, 
	after_sha256 TEXT NOT NULL, 
	made_by TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	link INTEGER DEFAULT '0' NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE (before_sha256, after_sha256)
);
CREATE TABLE refusals (
	seq INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	link INTEGER DEFAULT '0' NOT NULL, 
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
	link INTEGER DEFAULT '0' NOT NULL, 
	PRIMARY KEY (form, read_by, place), 
	FOREIGN KEY(form) REFERENCES documents (form)
);
INSERT INTO "reports" VALUES('5f8220d348e858b0cbbaa40423104fe55d613f58e236b7cd0938798030beb3ee','truceline 0.1.0 code 5d8c41058586 pack 7bcd16891a3578a7',0,'ra33e1156d30fc5b0b241e768','ground_crossing','{"id":"ra33e1156d30fc5b0b241e768","document_id":"60812350670dc581158778772debd8c6e0f0ed03a46aeace7c77f06391d35597","claim":{"kind":{"value":"ground_crossing","evidence":[{"document_id":"60812350670dc581158778772debd8c6e0f0ed03a46aeace7c77f06391d35597","start":53,"end":90,"part":"text"}],"read_by":"reports.patterns 1 cross"},"actors":[{"value":{"party":"PRK","role":"mil"},"evidence":[{"document_id":"60812350670dc581158778772debd8c6e0f0ed03a46aeace7c77f06391d35597","start":31,"end":52,"part":"text"}],"read_by":"reports.sides 1"}],"targets":[{"value":{"party":"KOR","role":"mil"},"evidence":[{"document_id":"60812350670dc581158778772debd8c6e0f0ed03a46aeace7c77f06391d35597","start":31,"end":52,"part":"text"}],"read_by":"reports.targets 1 other side of the line"}],"when":{"value":{"start":"2024-06-18","end":"2024-06-18","precision":"day","basis":"weekday","words":"on Tuesday","anchored":true},"evidence":[{"document_id":"60812350670dc581158778772debd8c6e0f0ed03a46aeace7c77f06391d35597","start":105,"end":115,"part":"text"}],"read_by":"language.dates 1 weekday own"},"time":null,"where":{"value":{"name":"near Cheorwon","gazetteer_id":null,"latitude":null,"longitude":null,"radius_m":null,"country":null,"candidates":[]},"evidence":[{"document_id":"60812350670dc581158778772debd8c6e0f0ed03a46aeace7c77f06391d35597","start":91,"end":104,"part":"text"}],"read_by":"reports.where 1"},"line":{"value":"MDL","evidence":[{"document_id":"60812350670dc581158778772debd8c6e0f0ed03a46aeace7c77f06391d35597","start":65,"end":90,"part":"text"}],"read_by":"reports.lines 1"},"sector":null,"counts":[{"value":{"what":"persons","low":25,"high":25,"approx":true,"of":null},"evidence":[{"document_id":"60812350670dc581158778772debd8c6e0f0ed03a46aeace7c77f06391d35597","start":22,"end":30,"part":"text"}],"read_by":"reports.counts 1"}],"responses":[{"value":"warning_shots","evidence":[{"document_id":"60812350670dc581158778772debd8c6e0f0ed03a46aeace7c77f06391d35597","start":170,"end":183,"part":"text"}],"read_by":"reports.aftermath 1"}],"outcome":{"value":"retreated","evidence":[{"document_id":"60812350670dc581158778772debd8c6e0f0ed03a46aeace7c77f06391d35597","start":154,"end":163,"part":"text"}],"read_by":"reports.outcomes 1 after a warning"},"intent":null,"modality":"actual"},"attributions":[{"speaker":{"value":{"code":"KOR:JCS","party":"KOR"},"evidence":[{"document_id":"60812350670dc581158778772debd8c6e0f0ed03a46aeace7c77f06391d35597","start":117,"end":142,"part":"text"}],"read_by":"reports.speakers 1"},"stance":"asserts","cue":{"document_id":"60812350670dc581158778772debd8c6e0f0ed03a46aeace7c77f06391d35597","start":143,"end":147,"part":"text"},"via":[]}],"follow_ups":[],"prominence":"main","status":"asserted","quote":{"document_id":"60812350670dc581158778772debd8c6e0f0ed03a46aeace7c77f06391d35597","start":22,"end":148,"part":"text"},"confidence":0.9134099593990345,"extractor":"truceline.reports 1","notes":[],"grave":[],"unsure":false}',1);
CREATE TABLE reviews (
	seq INTEGER NOT NULL, 
	subject TEXT NOT NULL, 
	made_by TEXT NOT NULL, 
	body TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	link INTEGER DEFAULT '0' NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE (body)
);
INSERT INTO "reviews" VALUES(1,'r668c6327b2ad442826d4837d','an analyst','{"verb":"reject","by":"an analyst","at":"2024-07-01T12:00:00Z","subject":"r668c6327b2ad442826d4837d","reports":["r668c6327b2ad442826d4837d"],"reason":"told of an exercise","field":null,"value":null,"extracted":null,"undoes":null}','2024-07-01T12:00:00+00:00',2);
CREATE TABLE rulebooks (
	instrument TEXT NOT NULL, 
	version TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	body TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	link INTEGER DEFAULT '0' NOT NULL, 
	PRIMARY KEY (instrument, version, sha256)
);
CREATE TABLE runs (
	seq INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	read_by TEXT NOT NULL, 
	numbers TEXT NOT NULL, 
	at TEXT NOT NULL, 
	link INTEGER DEFAULT '0' NOT NULL, 
	PRIMARY KEY (seq)
);
CREATE TABLE schema_version (
	version INTEGER NOT NULL, 
	made_by TEXT NOT NULL, 
	made_at TEXT NOT NULL, 
	PRIMARY KEY (version)
);
INSERT INTO "schema_version" VALUES(2,'0.1.0','2024-07-01T12:00:00+00:00');
CREATE INDEX ix_documents_published ON documents (published);
CREATE INDEX ix_documents_id ON documents (id);
CREATE INDEX ix_reviews_subject ON reviews (subject);
CREATE UNIQUE INDEX runs_once ON runs (state, read_by, at, numbers);
CREATE INDEX reports_id ON reports (id);
CREATE TRIGGER captures_no_update BEFORE UPDATE ON captures BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no UPDATE on captures'); END;
CREATE TRIGGER captures_no_delete BEFORE DELETE ON captures BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no DELETE on captures'); END;
CREATE TRIGGER documents_no_update BEFORE UPDATE ON documents BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no UPDATE on documents'); END;
CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no DELETE on documents'); END;
CREATE TRIGGER editions_no_update BEFORE UPDATE ON editions BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no UPDATE on editions'); END;
CREATE TRIGGER editions_no_delete BEFORE DELETE ON editions BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no DELETE on editions'); END;
CREATE TRIGGER judgements_no_update BEFORE UPDATE ON judgements BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no UPDATE on judgements'); END;
CREATE TRIGGER judgements_no_delete BEFORE DELETE ON judgements BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no DELETE on judgements'); END;
CREATE TRIGGER redactions_no_update BEFORE UPDATE ON redactions BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no UPDATE on redactions'); END;
CREATE TRIGGER redactions_no_delete BEFORE DELETE ON redactions BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no DELETE on redactions'); END;
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
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no UPDATE on audit'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no DELETE on audit'); END;
COMMIT;
