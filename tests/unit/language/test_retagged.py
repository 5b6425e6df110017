"""Words spelt like others are read as their neighbours show them."""

from tests.fakes.small_readings import graph, proposed


def test_a_participle_joined_to_a_passive_is_no_noun() -> None:
    drafts = proposed("Three nurses were dragged by rebels from a clinic near Goma on Monday and shot.")
    assert "direct_fire" in {draft.kind for draft in drafts}


def test_a_noun_with_an_article_stays_one() -> None:
    tree = graph("The wall was hit by a stone and a shot.")
    assert tree.tokens[tree.low.index("shot")].tag == "NN"


def test_a_noun_spelt_like_a_modal_does_not_unmake_the_act() -> None:
    (blast,) = [d for d in proposed("A bomb in an oil can went off in Grozny on Monday.") if d.kind == "explosion"]
    assert blast.modality == "actual"


def test_a_modal_stays_one() -> None:
    tree = graph("The rebels can fire rockets at Goma.")
    assert tree.tokens[tree.low.index("can")].tag == "MD"
