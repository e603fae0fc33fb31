import { wordsOf } from '../words.ts';

// Frequent given names that are seldom surnames: enough to tell "Mann / Lori" from two authors with one name each.
const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `
  aaron abdullah adam adriana agnes ahmed aisha alan albert alejandro alessandra alexander alexandra ali alice alicia
  alison amanda amina amy ana anastasia andrea andreas andrew angela anita ann anna anne annette anthony antonio
  barbara beatrice benjamin bernard beth bianca birgit bridget brigitte bruno carla carlos carmen carol caroline
  catherine cathy cecilia charlotte chiara christian christina christine christopher claire claudia claire cristina
  cynthia daniel daniela david deborah diana diane dimitri dina dominique donatella donna dorothy edith edward elena
  eleanor elisa elizabeth ellen elvira emily emma eric erik ernesto esther eugene eva evelyn fatima federico felipe
  fernando fiona frances francesca francisco francois frank frederic gabriela gabriella genevieve george georgina
  gerard gianni giovanni gisela giulia gloria guofu guy hannah hans hassan heather helen helena helga henri hilary
  ibrahim ilse ines ingrid irena irene irina isabel isabelle ivan jacqueline jacques jan jane janet janice jean
  jennifer jeremy jessica joan joanna joanne johanna john jonathan jorge jose joseph juan judith julia julie june
  karen karin kate katharine katherine kathleen kathryn katja kenneth kevin khalid kirsten kristina larissa laura
  lauren leila lena leonardo linda lisa liz lori louise lucia lucy luis luisa lynn magdalena manuel marc marco margaret
  maria mariam marie marina mario marion marjan mark marta martha mary matthew maureen maya megan melanie michael
  michel michele michelle miguel mike milena mohamed mohammed monica monika nadia nancy natalia natalie natasha nicholas
  nicola nicolas nicole nina noemi nora olga oliver olivia omar oscar pamela patricia patrick paul paula paulina pedro
  peter petra phil philip philippe pierre priya rachel rafael ralph raquel rebecca renate ricardo richard rita robert
  roberta roberto roger rosa rosie ruth sally samantha samuel sandra sara sarah sebastian sergio sharon sheila shukri
  silvia simon simone sofia sonia sophie stefan stefano stella stephanie stephen steven sunita susan susanne sylvia
  tamara tania tanja tatiana teresa thomas timothy tina tom ursula valentina vanessa vera veronica vicky victoria
  vincent virginia vladimir wendy william yolanda yuki yvonne zeynep zoe
  `
    .trim()
    .split(/\s+/),
);

/** Whether a piece is a frequent given name, or several: "Lori", "Jean-Pierre". */
export function isGivenName(text: string): boolean {
  const words = wordsOf(text);
  return words.length > 0 && words.every((word) => GIVEN_NAMES.has(word));
}
