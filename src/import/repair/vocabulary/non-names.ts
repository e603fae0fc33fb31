import { wordsOf } from '../words.ts';
import { mayBeGivenName } from './given-names.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const NOBODY =
  /^(?:anon(?:ymous)?|various(?: (?:authors|contributors|organi[sz]ations))?|several authors|multiple authors|unknown(?: author)?|authors? unknown|unnamed|unspecified|not (?:stated|available|known|specified|applicable)|none|null|n\/?a|n\. ?[ad]\.?|tba|tbc|tbd|-+|–|no authors?(?: listed)?|anonyme|anónimo|auteurs? inconnus?|autor desconocido|varios(?: autores)?|divers|et\.? al\.?|others|and others|other)\.?$/i;

// Parts of a document, labels of a catalogue, and words of an imprint.
const DOCUMENT_WORDS = setOf(`
  annual bulletin magazine monthly quarterly weekly yearbook english french spanish arabic russian chinese portuguese german
  italian language languages francais espanol anglais ingles frances
  abstract acknowledgements acknowledgments addendum annex appendix article author authors bibliography booklet brief
  briefing brochure chapter citation contents contributors copyright date document documents doi draft
  edition editor editors email executive factsheet final foreword guide guidelines handbook introduction isbn issn issue
  journal keywords language license manual newsletter online overview page pages paper pdf preface preliminary press
  publication publications publisher publishers publishing reference references report reports retrieved review reviews
  series source sources study studies summary supplement title toolkit tools translation translator type unpublished url
  version volume website working
  annexe auteur auteurs autor autora autores editorial editeur fuente informe langue idioma pagina rapport resumen source
  titre titulo traducteur traductor
`);

// Words for a person's position.
const POSITIONS = setOf(`
  states
  adviser advisor advocate advocates ambassador analyst analysts assistant assistants associate attorney attorneys
  barrister candidate chair chairman chairperson chairwoman chief clinician co-chair commissioner consultant consultants
  contributor contributors convener coordinator coordinators co-ordinator counsel counsellor delegate deputy director
  directors expert experts facilitator fellow fellows founder general head independent inspector intern interns
  investigator investigators journalist judge junior lawyer lawyers lead leader lecturer legal manager managers member
  members minister ministers officer officers official officials participants partner partners personnel physician
  policeman policy practitioner practitioners president principal professor programme program project prosecutor
  prosecutors psychologist rapporteur regional representative researcher researchers research scholar scholars secretary
  contributing senior social solicitor special specialist specialists staff student students supervisor team technical trainer trainers
  trainee vice visiting volunteer volunteers worker workers
  director directora directeur directrice consultora consultores experto experta coordinador coordinadora coordinateur
  investigadora investigador chercheur chercheuse avocat avocate abogado abogada
`);

/** Whether a piece says that the author is not named: "Anonymous", "Various Authors", "N/A". */
export function isNobody(text: string): boolean {
  return NOBODY.test(text.trim());
}

/** Whether a piece consists of words for a document or its parts: "Executive Summary", "Publisher", "Draft". */
export function isOfDocument(text: string): boolean {
  const words = wordsOf(text);
  return words.length > 0 && words.every((word) => DOCUMENT_WORDS.has(word) || /^\d+$/.test(word));
}

/** Whether a piece names a serial: "Journal Of Human Trafficking", "Human Rights Quarterly". */
export function isSerial(text: string): boolean {
  return /^(?:the )?(?:journal|annals|annual review|revue|revista|proceedings|bulletin|yearbook) (?:of|on|for|de|des|del|d['’])|^[\p{L} ]+ (?:quarterly|journal|bulletin|gazette|review)$/iu.test(
    text,
  );
}

/** Whether a piece is a position without a name: "Research Assistant", "Consultant", "Executive Director". */
export function isPosition(text: string): boolean {
  const words = wordsOf(text);
  if (words.length === 0 || mayBeGivenName(words[0] ?? '')) return false;
  return words.every((word) => POSITIONS.has(word) || DOCUMENT_WORDS.has(word) || word === 'of');
}

/** Whether a piece is a position in an organisation: "IOM Consultant". */
export function isPositionIn(text: string): boolean {
  const words = text.split(' ');
  return (
    words.length > 1 &&
    /^\p{Lu}{2,}$/u.test(words[0] ?? '') &&
    PERSON.test(words.at(-1) ?? '') &&
    isPosition(words.slice(1).join(' '))
  );
}

const PERSON =
  /^(?:advis[eo]r|ambassador|analyst|assistant|associate|attorney|commissioner|consultant|coordinator|director|expert|fellow|intern|lawyer|lecturer|officer|professor|rapporteur|representative|researcher|secretary|specialist|trainer|volunteer)s?$/i;
