"""A sentence that sums up several acts told one by one is no act of its own, and takes none of them for itself."""

from tests.fakes.small_texts import claims


def tolls(text: str, kind: str = "direct_fire") -> list[list[int | None]]:
    return [[c.value.low for c in claim.counts if c.value.what == "killed"] for claim in claims(text, kind)]


def test_acts_at_places_that_are_only_counted_are_told_one_by_one() -> None:
    lead = "Hezbollah gunmen raided two villages in south Lebanon, police said on Thursday. "
    tyre = "At Tyre, Hezbollah gunmen shot dead three Israeli soldiers. "
    sidon = "At Sidon, Hezbollah gunmen shot dead two Israeli officers."
    assert tolls(lead + tyre + sidon) == [[3], [2]]


def test_what_is_told_of_one_of_them_alone_is_what_was_told_of_all() -> None:
    text = (
        "Hezbollah gunmen shot at Israeli troops in two villages on Wednesday. At Tyre, Hezbollah gunmen shot dead three Israeli soldiers."
    )
    assert tolls(text) == [[3]]


def test_so_many_here_and_so_many_there_are_no_third_act() -> None:
    lead = "Hezbollah gunmen shot dead nine Israeli soldiers in Lebanon on Wednesday. "
    parts = "Hezbollah gunmen shot dead six Israeli soldiers at Tyre. Hezbollah gunmen shot dead {} Israeli soldiers at Sidon."
    assert tolls(lead + parts.format("three")) == [[6], [3]]
    assert tolls(lead + parts.format("two")) != [[6], [2]], "eight are not nine"


def test_what_a_lead_tells_uncounted_is_the_one_act_that_is_counted_after_it() -> None:
    lead = "Hezbollah gunmen went on firing rockets from south Lebanon at Israel on Wednesday. "
    counted = "Two rockets landed at an Israeli army base near Kiryat Shmona early on {}."
    assert [[c.value.low for c in claim.counts] for claim in claims(lead + counted.format("Wednesday"), "indirect_fire")] == [[2]]
    assert len(claims(lead + counted.format("Tuesday"), "indirect_fire")) == 2, "another day is another act"
