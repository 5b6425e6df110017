"""How an act is told, and what it is beside others, is weighed when a document is held to be about it or to recall it."""

from tests.fakes.small_readings import proposed, reading
from tests.fakes.small_texts import pack

from truceline.reports.drafted import Draft
from truceline.reports.foreground import as_told, in_company, only_around

OLD_AND_NEW = (
    "Indian troops shelled a Pakistani post near Poonch on Monday. "
    "The two armies had clashed on 3 March at Uri, after Pakistani troops raided an Indian camp in February."
)


def told(draft: Draft) -> set[str]:
    return set(as_told(draft, pack().lexicon))


def of_kind(text: str, kind: str) -> Draft:
    return next(draft for draft in proposed(text) if draft.kind == kind)


def test_what_happened_stands_in_a_plain_past() -> None:
    found = told(of_kind(OLD_AND_NEW, "indirect_fire"))
    assert {"tense:VBD", "aside:False", "depth:0", "names a day:True", "names a month:False"} <= found


def test_what_was_before_stands_in_the_past_perfect() -> None:
    assert "tense:had" in told(of_kind(OLD_AND_NEW, "clash"))


def test_what_stands_under_after_is_told_beside_something_else() -> None:
    found = told(next(draft for draft in proposed(OLD_AND_NEW) if draft.lemma == "raid"))
    assert {"aside:True", "within:advcl", "names a month:True"} <= found


def test_a_sentence_may_go_on_to_a_further_act() -> None:
    assert "goes on:True" in told(of_kind("Meanwhile, Indian troops shelled a Pakistani post near Poonch.", "indirect_fire"))


def test_an_act_is_held_against_the_newest_of_its_document() -> None:
    drafts = proposed(OLD_AND_NEW)
    new, old = (next(d for d in drafts if d.kind == kind) for kind in ("indirect_fire", "clash"))
    assert {"newest:same", "newer of its sides:False"} <= set(in_company(new, drafts, reading(OLD_AND_NEW)))
    assert {"newer of its sides:True", "of that day:False"} <= set(in_company(old, drafts, reading(OLD_AND_NEW)))


def test_an_act_without_a_day_is_of_no_day() -> None:
    text = "Indian troops shelled a Pakistani post near Poonch on Monday. Indian troops have often fired at villagers at Uri."
    drafts = proposed(text)
    undated = next(d for d in drafts if d.kind == "direct_fire")
    assert {"newest:undated", "of that day:undated"} <= set(in_company(undated, drafts, reading(text)))


def test_a_text_whose_first_sentence_tells_no_act_is_about_something_else() -> None:
    text = "The two governments met in Geneva. Indian troops shelled a Pakistani post near Poonch on Monday."
    for each, leads in ((text, False), (OLD_AND_NEW, True)):
        drafts = proposed(each)
        first = next(draft for draft in drafts if draft.kind == "indirect_fire")
        assert f"lead tells:{leads}:True" in set(in_company(first, drafts, reading(each)))


def around(text: str, kind: str) -> list[bool]:
    drafts = proposed(text)
    return [only_around(draft, drafts, reading(text), pack().lexicon) for draft in drafts if draft.kind == kind]


def test_the_act_before_one_that_is_the_second_day_in_a_row_is_around_the_news() -> None:
    assert around("Indian troops shelled a Pakistani post near Poonch for the second day in a row on Monday.", "indirect_fire") == [
        False,
        True,
    ]


def test_a_running_toll_is_around_the_fighting_of_today() -> None:
    today = "Indian and Pakistani troops clashed near Poonch on Wednesday, killing three soldiers. "
    since = "Twenty soldiers have been killed since the clashes between the two armies began on Saturday."
    assert around(today + since, "clash") == [False, True]
    assert around(since, "clash") == [False], "where it is all that is told, it is the news"


def test_what_is_called_an_earlier_one_is_around_the_news() -> None:
    text = "Indian troops shelled a Pakistani post near Poonch on Monday. In a {} raid, Pakistani troops killed two Indian soldiers at Uri."
    assert around(text.format("previous"), "direct_fire") == [True]
    assert around(text.format("separate"), "direct_fire") == [False]


def test_a_previous_day_makes_no_earlier_act() -> None:
    assert around("Pakistani troops shot at an Indian patrol near Uri on the previous day.", "direct_fire") == [False]


def test_what_news_comes_days_after_is_around_it() -> None:
    text = "Envoys met in Geneva on Monday. The talks {} Indian troops shelled a Pakistani post near Poonch."
    for link in ("come two days after", "came days after"):
        assert around(text.format(link), "indirect_fire") == [True]
    assert around(text.format("failed, and"), "indirect_fire") == [False]


def test_what_led_to_the_act_it_is_told_with_may_be_the_news() -> None:
    text = "Indian troops shelled a Pakistani post near Poonch on Monday {} a Pakistani patrol crossed the Line of Control."
    assert around(text.format("after"), "ground_crossing") == [False]
    assert around(text.format("two days after"), "ground_crossing") == [True]


def test_what_is_avenged_or_followed_is_around_the_news() -> None:
    assert around("Pakistani troops bombed Uri in revenge for the Indian shelling of Poonch.", "indirect_fire") == [True]
    assert around("The visit on Monday followed Indian shelling of Poonch.", "indirect_fire") == [True]
    assert around("The visit on Monday followed a ban on trade. Indian troops shelled Poonch.", "indirect_fire") == [False]
