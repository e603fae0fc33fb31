import { wordsOf } from '../words.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

// As `wordsOf` gives them: lower case, no accents, American spelling. No surname of note among them.
const ORGANISATION = setOf(`
  academy agency agencies alliance assembly association associates authority board bureau center clearinghouse coalition
  college commission committee community company confederation conference congress consortium consulate consultants
  corporation council delegation department directorate division embassy faculty federation force forum foundation fund
  gmbh government inc initiative institute institution institutions inspectorate instituto international laboratory
  llc llp ltd ministry ministries mission museum nations network ngo observatory office organization organizations
  parliament partnership platform police policing press program programs project prosecutor publishers rapporteur
  refugees republic school secretariat senate service services society standing syndicate taskforce team tribunal trust
  trusts union unit universities university workers
  academie agence association assemblee bureau centre commissariat comite commission confederation conseil departement
  direction ecole faculte federation fondation fonds gouvernement institut ministere organisme projet
  reseau secretariat societe syndicat universite
  academia agencia alianza asamblea asociacion ayuntamiento centro colegio comision comite confederacion consejo
  corporacion defensoria departamento direccion escuela facultad federacion fiscalia fondo fundacion gobierno
  iniciativa ministerio observatorio oficina organizacion programa proyecto red secretaria sociedad universidad
  ministerium universitat stiftung verein institutet universitet ministerie stichting universita fondazione ministero
`);

// Words that say an organisation only with something before or after them that a person's name has not.
const WEAK_ORGANISATION = setOf(
  'bank church court courts group house joint press hospital law labs media watch',
);
const BEFORE_WEAK = setOf(`
  national international world european african asian american central federal royal supreme high regional global
  general development advisory working interagency christian catholic public constitutional
`);

/** What ministries and committees are of: as a piece alone these are the rest of an organisation's name. */
const PORTFOLIO = setOf(`
  administration affairs agriculture aid asylum border borders business child children citizenship commerce
  communication communications communities cooperation coordination correction corrections crime crimes culture
  customs defense defence development disability disabilities drugs economic economy education elderly employment
  energy environment equality equity exile exiles families family finance fisheries food foreign gender guard health
  home housing human humanitarian immigration industry information integration interior internal investment judicial
  justice labor local management medicine migrant migrants migration nationality opportunities oversight pacific peace
  pensions planning policy population prevention protection public reconciliation reconstruction refugee refugees
  related relations religious rehabilitation research resources rights rural safety sanitation science security social
  solidarity sport sports statistics technology tourism trade traffic trafficking training transport tropical
  veterans victims vocational welfare women youth legal law enforcement political cultural scientific matters
  anthropology criminology economics ethnic history philosophy politics sociology studies
  nationals exploitation slavery smuggling persons beings violence services
`);

const FUNCTION_WORDS = setOf(
  'of for on to in against with by from at pour sur para contra des between within',
);

/** Whether a name's words say that an organisation bears it, in English, French, Spanish or a few other languages. */
export function hasOrganisationWord(text: string): boolean {
  const words = wordsOf(text);
  if (words.some((word) => ORGANISATION.has(word))) return true;
  if (words.slice(1).some((word) => FUNCTION_WORDS.has(word))) return true;
  if (words.some((word) => WEAK_ORGANISATION.has(word)) && words.some((word) => BEFORE_WEAK.has(word)))
    return true;
  return /(?:министерств|организаци|университет|институт|центр|фонд|агентств|комисси|وزارة|منظمة|جامعة|معهد|مركز|大学|大學|研究所|研究院|组织|組織|机构|機構|中心|委员会|委員会|协会|協会|財団|基金|外交部|公安部|司法部)/iu.test(
    text,
  );
}

/**
 * Whether a piece is nothing but subjects of an office, "Social Affairs", "Tropical Medicine", or one word for offices of
 * any kind, "Police". It names nobody.
 */
export function isPortfolio(text: string): boolean {
  const words = wordsOf(text);
  const [word] = words;
  if (word !== undefined && words.length === 1 && ORGANISATION.has(word)) return true;
  return words.length > 0 && words.every(isSubject);
}

function isSubject(word: string): boolean {
  return PORTFOLIO.has(word) || FUNCTION_WORDS.has(word) || word === 'and';
}

const OFFICES = setOf(`
  agency authority board bureau center commission committee council delegation department directorate division
  federation institute ministry network office secretariat service services unit
`);

/** Whether a piece is an office of some subject, which others may continue: "Ministry Of Labour". */
export function isOfficeOfSomething(text: string): boolean {
  const words = wordsOf(text);
  const of = words.findIndex((word, i) => i > 0 && /^(?:of|for|on)$/.test(word));
  const subjects = words.slice(of + 1);
  return (
    of > 0 &&
    subjects.length > 0 &&
    words.slice(0, of).some((word) => OFFICES.has(word)) &&
    subjects.every(isSubject)
  );
}

/** Whether a text has a word for an office or organisation: "Ministry Of Justice", not "Hope For Justice". */
export function hasOfficeWord(text: string): boolean {
  return wordsOf(text).some((word) => ORGANISATION.has(word));
}

// What stands before the noun that it needs. "International" is not here: it ends many names ("Plan International").
const ADJECTIVES = setOf(`
  academic administrative advanced african agricultural american applied arab asian british catholic central christian
  clinical comparative contemporary criminal cultural domestic eastern economic educational environmental ethical
  eurasian european federal financial foreign gendered historical human humanitarian indigenous industrial internal
  islamic judicial latin legal maritime medical mental methodist military municipal nordic northeastern northern
  northwestern parliamentary political professional psychological public racial regional religious rural scientific
  sexual social southeastern southern southwestern strategic technical technological territorial trafficked tropical
  undocumented urban western
`);

/**
 * Whether an organisation's name ends in an adjective, so that its noun stands elsewhere: "Centre For Strategic". In
 * Romance names the adjective comes last ("Ministerio De Desarrollo Social").
 */
export function endsInAdjective(text: string): boolean {
  const words = wordsOf(text);
  return ADJECTIVES.has(words.at(-1) ?? '') && !words.some((word) => ROMANCE.has(word));
}

const ROMANCE = setOf('de del des du la las los le les para pour et y e da do');

const DIRECTIONS = setOf(`
  central east eastern latin north northeast northeastern northern northwestern south southeast southeastern southern
  southwestern west western
`);

/** Whether a name ends in half of a region's: "Regional Office For Central". */
export function endsInDirection(text: string): boolean {
  return DIRECTIONS.has(wordsOf(text).at(-1) ?? '');
}

// Words that organisations' names have and hardly a person's.
const IMPERSONAL = setOf(`
  abolition abolitionists action advocates african american anti asia asian awareness beyond british campaign
  caribbean children citizens civil collaborative concerned counter counterpart country crisis data defenders democratic
  dialogue eastern ecpat empowering equal european exploited fighting freedom girls global humanity impact inclusion
  independent indigenous innovation journeys kids latin lawyers liberty lives living migrants mobility movement multiple
  national non northern orphans parents people peoples poverty protecting rescue resource responsible safe slave slaves
  southern stop supply survivors sustainable together trafficked transnational transparency un united victims voices
  western wildlife without world worldwide
`);

function isImpersonal(word: string): boolean {
  return IMPERSONAL.has(word) || /^ombuds?(?:man|men|person|women|woman)?$/.test(word);
}

/** Whether a text has a word of the field in it, as hardly a person's name has. */
export function hasFieldWord(text: string): boolean {
  return wordsOf(text).some(
    (word) => PORTFOLIO.has(word) || ORGANISATION.has(word) || FUNCTION_WORDS.has(word) || isImpersonal(word),
  );
}

/**
 * Whether a piece has a word of running text rather than of a name: of the field, or with the ending of an English noun
 * or adjective. It errs to the safe side, for "Kelly" has such an ending too: what it holds back stays unresolved.
 */
export function hasProseWord(text: string): boolean {
  return wordsOf(text).some(
    (word) =>
      PORTFOLIO.has(word) ||
      ORGANISATION.has(word) ||
      FUNCTION_WORDS.has(word) ||
      /^\d/.test(word) ||
      (word.length > 4 &&
        /(?:tion|tions|sion|ment|ments|ness|ity|ities|ing|ism|ly|able|ible|ance|ence|ive|ous|ful|ical|ship)$/.test(
          word,
        )),
  );
}
