"""A text of crime at home tells no acts between forces; one that tells of war does, police or not."""

from tests.fakes.small_readings import reading
from tests.fakes.small_texts import pack

from truceline.reports.at_home import at_home
from truceline.reports.extract import propose

CRIME = (
    "A gunman opened fire in a shop in Haifa on Tuesday, police said. The gunman stabbed two bystanders. Detectives questioned a suspect. "
    "Police arrested two suspects on Wednesday, a prosecutor said. The mayor held a vigil."
)
WAR = (
    "Gunmen fired at Israeli soldiers near Haifa on Tuesday, police said. Troops fought militants for hours. Police arrested two suspects. "
    "The army shelled the rebels, and a prosecutor spoke of murder. Artillery and tanks were sent to the border."
)


def kinds(text: str) -> set[str]:
    return {draft.kind for draft in propose(reading(text), pack())}


def test_shots_and_arrests_of_a_crime_at_home_are_no_acts() -> None:
    assert at_home(reading(CRIME), pack().lexicon)
    assert kinds(CRIME) == set()


def test_police_in_a_text_of_war_make_it_no_crime_at_home() -> None:
    assert not at_home(reading(WAR), pack().lexicon)
    assert "direct_fire" in kinds(WAR)


def test_a_short_text_with_a_word_of_crime_or_two_is_not_one() -> None:
    assert kinds("A gunman opened fire at an Israeli patrol near the Blue Line on Tuesday, police said.") == {"direct_fire"}


def test_other_acts_of_such_a_text_are_told() -> None:
    assert kinds(f"{CRIME} In March 2014 Russia invaded Ukraine.") == {"ground_crossing"}


def test_ground_taken_by_forces_is_told_in_such_a_text() -> None:
    assert kinds(f"{CRIME} In July 2014 Syrian forces overran Kobani.") == {"clash"}
