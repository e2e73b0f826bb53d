"""What is on the page but not of the article, and the sentences that look like it."""

from __future__ import annotations

import pytest

from tests.text.drafts import BODY, below, body, debris, kinds, plain

HEADLINE = "Bridge over the Lea closed"


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("related link", "Read more: The bridge in pictures"),
        ("related link", "READ MORE: The bridge in pictures"),
        ("related link", "Read more »"),
        ("related link", "Related: Ferry to run all night"),
        ("related link", "RELATED ARTICLES"),
        ("related link", "See also: Ferry to run all night"),
        ("related link", "See also"),
        ("related link", "MORE: Man stuck on bridge for nine hours"),
        ("related link", "Watch: Engineers climb the arches"),
        ("related link", "Most read"),
        ("related link", "Watch the full interview with Ms Lund above."),
        ("related link", "Follow Ada Cole and Jo Lind on Twitter: @coleandlind"),
        ("section label", "Categories: Bridges, County news"),
        ("related link", "You may also like"),
        ("related link", "Scroll down for video"),
        ("related link", "Continue reading the main story"),
        ("related link", "Click here for more from the county."),
        ("comment prompt", "Please enter your comment!"),
        ("comment prompt", "Please enter your name here"),
        ("comment prompt", "LEAVE A REPLY"),
        ("comment prompt", "12 comments"),
        ("comment prompt", "Save my name, email, and website in this browser for the next time I comment."),
        ("share prompt", "Share this:"),
        ("share prompt", "Share on Facebook"),
        ("share prompt", "Facebook Twitter WhatsApp Email"),
        ("share prompt", "Share | Tweet | Print"),
        ("share prompt", "Follow us on Twitter"),
        ("share prompt", "Follow @janesmith on Twitter"),
        ("share prompt", "Sign up to our daily newsletter"),
        ("share prompt", "Get the latest news delivered to your inbox"),
        ("share prompt", "Get our best stories in your inbox every morning"),
        ("cookie notice", "We use cookies to give you the best experience on our website."),
        ("cookie notice", "This site uses cookies."),
        ("cookie notice", "By continuing to use this site you agree to our terms of service."),
        ("cookie notice", "Accept all cookies"),
        ("advertisement", "Advertisement"),
        ("advertisement", "— ADVERTISEMENT —"),
        ("advertisement", "Story continues below"),
        ("advertisement", "Sponsored content"),
    ],
)
def test_furniture(kind: str, line: str) -> None:
    text = "\n\n".join([HEADLINE, BODY[0], line, *BODY[1:]])
    story = plain(text)
    assert debris(story) == [(kind, line)]
    assert story.debris[0].prose.span.of(text) == line
    assert body(story) == list(BODY)


@pytest.mark.parametrize(
    "line",
    [
        "Home Office minister said the bridge was safe.",
        "Home > the rest of us know the way, he joked.",
        "Share prices fell on Monday.",
        "Share this with your friends and neighbours, the council urged residents.",
        "Related companies were fined in March, the regulator said.",
        "Related charges were dropped.",
        "Cookies made by the bakery were recalled.",
        "We use cookies from the bakery down the road, said Ms Adler.",
        "Advertisement spending rose by a tenth.",
        "Advertising is up, the group said.",
        "US officials were sceptical about the plan.",
        "World leaders will meet in Rome on Monday.",
        "Politics came into it, he said.",
        "Read by millions, the paper lost money.",
        "Watch sales rose in March, the jewellers said.",
        "More than 40 people were hurt.",
        "Top stories of the year were chosen by readers.",
        "Most read the report as a warning.",
        "See also the auditor’s report, she said.",
        "Comments made by the minister caused anger.",
        "Twelve comments were struck from the record.",
        "Sign up for the scheme ends in May, the county said.",
        "Subscribe to that theory and you will believe anything, he said.",
        "Follow the money, Mr Adler said.",
        "Print is not dead, the publisher said.",
        "Email to the county went unanswered.",
        "Loading took nine hours.",
        "By using the old survey, you get a different answer, she said.",
        "Get the latest figures and you will see, he said.",
        "Get the news out, he told them.",
        "Photo of the year was taken on the bridge.",
        "He sent the picture (a photo of the bridge) to the county.",
        "The deal was first reported by AFP/Bloomberg.",
        "“Please enter your comment,” the form says.",
    ],
)
def test_sentences_that_look_like_furniture(line: str) -> None:
    story = plain("\n\n".join([HEADLINE, BODY[0], line, *BODY[1:]]))
    assert debris(story) == []
    assert kinds(story)[1] == ("paragraph", line)


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Getty Images",
        "(Picture: Getty)",
        "[Image via YouTube]",
        "Photo by Jane Smith",
        "PHOTO: Engineers on the bridge on Tuesday.",
        "Engineers on the bridge on Tuesday (Photo: Jane Smith)",
        "Engineers on the bridge on Tuesday. Photo: Jane Smith/Reuters",
        "Engineers on the bridge on Tuesday. Jane Smith / Getty Images",
        "REUTERS/Jane Smith",
    ],
)
def test_captions_are_not_read(line: str) -> None:
    story = plain("\n\n".join([HEADLINE, BODY[0], line, *BODY[1:]]))
    assert kinds(story)[1] == ("caption", line)
    assert body(story) == list(BODY)
    assert body(plain(below(HEADLINE, line))) == list(BODY)


def test_a_link_shown_twice_is_no_part_of_the_story() -> None:
    link = "Ferry will run all night, says county"
    story = plain("\n\n".join([HEADLINE, BODY[0], link + "\n" + link, *BODY[1:]]))
    assert debris(story) == [("duplicated line", link)] * 2
    assert body(story) == list(BODY)


def test_of_a_sentence_pasted_twice_the_first_stays() -> None:
    story = plain("\n\n".join([HEADLINE, BODY[0], BODY[0], *BODY[1:]]))
    assert debris(story) == [("duplicated line", BODY[0])]
    assert story.debris[0].prose.span.start > len(HEADLINE) + len(BODY[0])
    assert body(story) == list(BODY)


def test_a_headline_repeated_above_the_body_is_a_duplicate() -> None:
    story = plain(below(HEADLINE, HEADLINE))
    assert debris(story) == [("duplicated line", HEADLINE)]
    assert body(story) == list(BODY)


def test_short_answers_may_repeat() -> None:
    story = plain("\n\n".join([HEADLINE, BODY[0], "No.", "No.", *BODY[1:]]))
    assert debris(story) == []


def test_sections_count_only_around_the_headline() -> None:
    story = plain("\n\n".join(["POLITICS", HEADLINE, "Local news", BODY[0], "Politics", *BODY[1:]]))
    assert debris(story) == [("section label", "POLITICS"), ("section label", "Local news")]
    assert ("crosshead", "Politics") in kinds(story)


def test_rules_across_the_page_are_nothing() -> None:
    story = plain("\n\n".join([HEADLINE, "* * *", BODY[0], "———", *BODY[1:], "=-=-="]))
    assert debris(story) == []
    assert kinds(story) == [("paragraph", text) for text in BODY]
