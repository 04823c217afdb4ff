"""Invented foreign stories and readers' comments: for the styles in development and, in other words, those held out."""

import random
from dataclasses import dataclass

_PLACES = (
    "Veldmar", "Tarsk", "Kelvany", "Port Varesk", "Melbridge", "Quellin", "Sarnow", "Brackwater", "Lindmoor",
    "Halvenport", "Dunmere", "San Torvo", "Mirelia", "Kasteln", "Orvania", "Ashgrave", "Novo Brezno",
)  # fmt: skip
_PEOPLE = (
    "Mara Lindqvist", "Tomas Verhane", "Ilse Corvan", "Daniel Okoru", "Petra Halloway", "Samir Benhadi", "Greta Solm",
    "Viktor Aldane", "Rosa Mirelli", "Colm Tarrant", "Yusra Kadim", "Anton Brezk",
)  # fmt: skip
_OFFICES = (
    "the interior ministry", "the mayor", "the regional governor", "a police spokesman", "the fire service",
    "the harbour authority", "the health ministry", "the opposition leader", "the state prosecutor",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class Wire:
    """Where a site's other stories come from: patterns of headlines and sentences, comments, and readers' names."""

    headline_patterns: tuple[str, ...]
    sentence_patterns: tuple[str, ...]
    comments: tuple[str, ...]
    readers: tuple[str, ...]

    def headlines(self, rng: random.Random, count: int) -> list[str]:
        """Different headlines."""
        patterns = rng.sample(self.headline_patterns, min(count, len(self.headline_patterns)))
        return [_filled(pattern, rng) for pattern in patterns]

    def sentences(self, rng: random.Random, count: int) -> list[str]:
        """Different whole sentences of 15 to 40 words."""
        return [_filled(pattern, rng) for pattern in rng.sample(self.sentence_patterns, count)]


def _filled(pattern: str, rng: random.Random) -> str:
    place, other = rng.sample(_PLACES, 2)
    return pattern.format(
        place=place,
        other=other,
        person=rng.choice(_PEOPLE),
        office=rng.choice(_OFFICES),
        day=rng.choice(_DAYS),
        n=rng.randint(3, 90),
        many=f"{rng.randint(2, 60)},{rng.randint(100, 999)}",
    )


DEVELOPMENT_WIRE = Wire(
    headline_patterns=(
        "{place} votes in run-off as turnout hits record low",
        "Floods cut off {n} villages near {place}",
        "{place} striker out for {n} days with knee injury",
        "Why {place} is running out of drinking water",
        "Three held after raid on {place} warehouse",
        "‘We had nowhere to go’: survivors of the {place} landslide speak",
        "WATCH: Drone footage shows damage to {place} bridge",
        "{place} central bank raises interest rates again",
        "In pictures: {place} marks the end of winter",
        "Five things to know about the {place} summit",
        "Opinion: {place} deserves better than this deal",
        "{person} wins {place} marathon for second year running",
        "Teacher, {n}, missing from {place} since {day}",
        "How a baker from {place} became an unlikely film star",
        "{place} to ban diesel cars from city centre",
        "Quiz: How well do you know {place}?",
        "Man charged over {place} nightclub stabbing",
        "{place} and {other} agree to reopen border crossing",
        "Measles outbreak closes {n} schools in {place}",
        "{person} to leave {place} cabinet, sources say",
        "Ferry with {n} aboard adrift off {place}",
        "Revealed: What {place}'s council spent on hotel rooms",
    ),
    sentence_patterns=(
        "At least {n} people were evacuated from their homes in {place} on {day} after a river burst its banks "
        "following "
        "two days of heavy rain, {office} said.",
        "The parliament of {place} will vote next week on a budget that cuts spending on schools and roads, in the "
        "biggest "
        "test yet for {person}'s coalition.",
        "Police in {place} have appealed for witnesses after a man in his forties was found with serious injuries "
        "outside "
        "a railway station in the early hours of {day}.",
        "{person} scored twice as {place} came from behind to beat {other} and move within three points of the top "
        "of the "
        "table with two games left to play.",
        "A court in {place} sentenced the former director of a shipping company to {n} months in prison for hiding "
        "the "
        "true cause of an oil spill that closed beaches for a whole summer.",
        "More than {many} households were still without power in {place} on {day} evening, two days after a storm "
        "brought "
        "down lines across the north of the country.",
        "Scientists at the university of {place} say they have found the remains of a settlement that is some {n} "
        "centuries older than any known in the region.",
        "The airport of {place} was closed for several hours on {day} after a drone was sighted near the runway, "
        "leaving "
        "about {many} passengers stranded.",
        "Workers at the {place} steel plant have voted to strike from {day} in a dispute over pay, their union "
        "said, after "
        "talks with the owners in {other} broke down.",
        "{person}, who led the {place} orchestra for three decades and recorded more than {n} albums, has died "
        "after a "
        "long illness, her family said in a statement.",
        "Prices of flats in {place} have doubled in five years, and young families are moving to {other}, where "
        "rents are "
        "lower but jobs are hard to find.",
        "Two fishermen were rescued by helicopter off the coast of {place} after their boat capsized in high waves "
        "and they "
        "had spent {n} hours in the water.",
        "The government of {place} denied on {day} that it had sold weapons to rebels in {other}, a day after a "
        "report "
        "said that crates had been found at a camp near the border.",
        "A {n}-year-old woman from {place} has become the oldest person to swim the strait to {other}, raising "
        "money for "
        "the hospital that treated her husband.",
        "{person} told a rally in {place} that the election had been stolen, and called on supporters to gather "
        "again on "
        "{day} in front of parliament.",
        "Health officials in {place} have confirmed {n} new cases of the disease since {day}, bringing the total "
        "since the "
        "start of the month to {many}.",
    ),
    comments=(
        "Same old story. Nobody in charge will ever be held to account for this.",
        "My cousin lives two streets away from there and says it was terrifying. Thoughts with all the families.",
        "Why is this even news? There are far bigger problems in this country right now.",
        "Well said Dave. I couldn't agree more, and I voted for them last time!",
        "Great reporting as usual, thank you for covering this when the others won't.",
        "I don't believe a word of it. Ask yourself who gains from this.",
        "Does anyone know if the road is open again? I have to drive to work tomorrow.",
        "RIP. So sad, such a waste of young lives.",
        "lol what did they expect",
        "You people only ever print one side. Cancelling my subscription today.",
        "I was there in 1998 when the same thing happened and the council promised it would never happen again.",
        "This is what happens when you cut the budget year after year, and the ordinary people have to pay for it.",
        "Can we please wait for the facts before blaming anyone?",
        "The headline is misleading. Read the whole article before you comment.",
        "Prayers from Brackwater. Stay strong everybody!!",
        "@Jim55 you clearly didn't read it, they said that nobody had been told until the Friday.",
    ),
    readers=(
        "Jim55",
        "Sue_from_Lindmoor",
        "Concerned Citizen",
        "Marty W.",
        "brackwater_bob",
        "Hannah",
        "TruthSeeker101",
        "ElaineP",
        "G. Thornby",
        "No2Tolls",
        "Old Codger",
        "Kev the Plumber",
    ),
)

HELD_OUT_WIRE = Wire(
    headline_patterns=(
        "{place} glacier loses a third of its ice, survey finds",
        "Train drivers in {place} call off strike",
        "Explainer: what the {place} ruling means for tenants",
        "{person} sworn in as {place} premier",
        "Bus plunges into ravine near {place}, {n} hurt",
        "Exclusive: {place} utility knew of leak for {n} months",
        "Letters: Save our library",
        "{place} shares slide on export figures",
        "The long road home: a refugee returns to {place}",
        "Recipe of the week: {place} plum dumplings",
        "{place} hit by second night of unrest",
        "Police name victims of {place} crash",
        "Could {place} be the next tech hub?",
        "{person}: ‘I never wanted to be a role model’",
        "{place} 2-1 {other}: hosts through to semi-final",
        "Watch live: {place} parliament debates emergency law",
    ),
    sentence_patterns=(
        "A bus that carried pilgrims to {place} left the road on {day} and fell into a ravine, injuring {n} "
        "people, seven "
        "of them seriously, according to {office}.",
        "Shares in {place}'s largest bank fell by a tenth on {day} after it warned that profits for the year would "
        "be well "
        "below what it had promised investors.",
        "Residents of {place} woke on {day} to find that soldiers had put up checkpoints on every road out of "
        "town, hours "
        "after talks with the rebels collapsed.",
        "{person} has been named the new head coach of {place}, {n} days after the club parted company with his "
        "predecessor in the wake of a defeat by {other}.",
        "The water utility of {place} knew for months that a reservoir was leaking, according to documents seen by "
        "this "
        "newspaper, but did not tell {office}.",
        "A grandmother of {n} who taught herself to read at seventy has published her first novel, set in the "
        "mining towns "
        "around {place} where she grew up.",
        "Investigators believe that a faulty valve caused the blast at the {place} refinery, which killed two "
        "workers and "
        "broke windows as far away as {other}.",
        "Rail services between {place} and {other} will resume on {day}, {office} said, after engineers repaired a "
        "section "
        "of track that had been washed away.",
        "Farmers drove {n} tractors into the centre of {place} on {day} to protest against a law that would halve "
        "the "
        "subsidy for diesel fuel.",
        "{person} said she would appeal against the judgment, which bars her from public office for {n} months and "
        "fines "
        "her party {many} crowns.",
        "A rare white stork has nested on the chimney of a disused brewery in {place}, drawing crowds of "
        "birdwatchers from "
        "as far away as {other}.",
        "The number of people who seek shelter in {place} has trebled since the autumn, and aid workers say that "
        "{many} "
        "have no heating.",
    ),
    comments=(
        "Surprise, surprise. Follow the money.",
        "I worked there for eleven years and can tell you that the equipment was never checked.",
        "Thoughts and prayers are not enough, we need action from the people who make the laws.",
        "Agree with the poster above, this has been coming for a long time.",
        "Source? I can't find this anywhere else.",
        "My daughter's school is around the corner, they were kept inside all afternoon.",
        "Typical. And who is going to pay for it? We are.",
        "An excellent article, balanced and well researched.",
        "This comment was removed by a moderator because it did not abide by our community standards.",
        "Let's hear the other side before we jump to conclusions please.",
        "It said on the radio that it was four, not three.",
        "Heartbreaking :( hugs to everyone affected",
    ),
    readers=("northerner72", "Ms. Pell", "anon_4471", "Gordo", "RiversideMum", "t.k.", "DocHolland", "wren", "Phil C"),
)
