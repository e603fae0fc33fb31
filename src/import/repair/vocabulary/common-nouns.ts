import { wordsOf } from '../words.ts';
import { mayBeGivenName } from './given-names.ts';

// Common words of organisations' names in the languages that the listings use besides English. Words that are also
// frequent given names or surnames are left out. Without accents, as `wordsOf` writes them.
const FRENCH = `
  accueil aide amicale amies amis asile aupres avenir avocats campagne citoyenne citoyennes citoyens collectif collective
  contre defense droit droits egalite enfance enfants ensemble entraide esclavage espace femmes filles foyer francaises
  frontieres generale hommes jeunes juristes liberte lutte magistrats maison missionnaires monde mouvement nationale
  ouvrieres ouvriers paysans peuple peuples plateforme pretres prevention racines refugies rencontre religieuses
  secours solidaires soutien surete terre territoires tolerance tous toutes traite travailleurs travailleuses victimes
  vivre voix zero`;
const SPANISH = `
  acogida adoratrices albergue alto apoyo ayuda brigada cancilleria ciudadana ciudadanas ciudadanos ciudadania colectiva
  colectivo comunitaria comunitario cuerpo defensoras democratica diocesana encuentro espacio estatal feminista
  fronteras frente futuro indigena indigenas interinstitucional jovenes juntas juntos jueces libertad lucha mano manos
  migrante misioneras misioneros mundo ninas ninos nosotras oblatas pastoral popular presidencial proyecto publico
  pueblo pueblos puertas raices refugio religiosas salvar sin todas todos trabajadoras trabajadores unidas unidos vida
  vidas vital vitales voces`;
const PORTUGUESE = `
  abrigo acolhimento ajuda apoio caminhos cidadao cidadaos coletivo criancas defesa encontro espaco fronteiras guarda
  irmas judiciaria jovens lar liberdade luta maos meninas meninos missionarias mulher mulheres mundo povo povos projeto
  raizes trabalhadoras trabalhadores unidas unidos vozes`;
const ITALIAN = `
  accoglienza aiuto bambini cammino campagna cittadine cittadini collettivo cooperazione differenza diritti diritto
  donne famiglie finanza fratelli fronte frontiere giuristi incontro lavoratori lavoratrici liberta lotta minori
  missionari missionarie mondo parrocchia piattaforma popoli popolo procura progetto radici ragazze repubblica ricerca
  ricerche rifugiati rifugio servizi sostegno spazio stato studi superiore telefono tutte tutti uniti uomini voci`;
const GERMAN = `
  arbeit arbeiter arbeiterinnen asyl aufnahme beauftragte begegnung beratung bundesweit europa flucht frauen freie freiheit
  gegen gemeinsam gleichheit grenzen heute hilfe jugend juristinnen kampagne kampf kinder kollektiv leben madchen manner
  menschen menschenhandel menschenrechte netz opfer projekt raum recht rechte schutz stimmen traume unabhangige
  unabhangiger verein vereinte welt zuflucht zukunft zwangsarbeit`;
const OTHERS = `
  kinderen koninklijke mensen mensenhandel nationaal rijks vrouwen
  barn bymisjon flyktingar kvinder kvinnor mennesker manniskor rattigheter
  bezpieczenstwo ceskych deca dece deti djeca djece dzieci kobiet kobiety komenda kuca kuce ljudska novi otvorena policji
  pomoc pomoci praw prava sigurna sigurno straz vrata zemlja zena zene
  birligi burosu haklari idaresi kadin kurulu kurumu mudurlugu
  bahay chama kerja nari parivaar sahabat samahan samahang sentro shirika tenaga umoja wanawake`;

const WORDS: ReadonlySet<string> = new Set(
  [FRENCH, SPANISH, PORTUGUESE, ITALIAN, GERMAN, OTHERS].join(' ').trim().split(/\s+/),
);

// German compounds.
const COMPOUND =
  /.{4}(?:anwaltschaft|arbeit|beratung|dienst|direktion|gewerkschaft|handel|haus|heim|hilfe|kinder|frauen|rechte|schutz|zentrale)$/;

/** Whether a word is a common noun or adjective of French, Spanish, Portuguese, Italian, German or a few other languages. */
function isCommonNoun(word: string): boolean {
  return WORDS.has(word) || COMPOUND.test(word);
}

// "Tejiendo", "Construyendo"
const GERUND = /^.{3,}(?:iendo|yendo)$/;
const HOUSES = /^(?:casa|croix|foyer|haus|hogar|maison) /i;

/**
 * Whether a text of several words has a common noun, so that it names no person: "Voces Vitales", "Donne In Rete". Behind
 * a given name, the word may be a surname.
 */
export function hasCommonNoun(text: string): boolean {
  const words = wordsOf(text);
  return (
    words.length > 1 &&
    (words.some(isCommonNoun) || GERUND.test(words[0] ?? '') || HOUSES.test(text)) &&
    !mayBeGivenName(text.split(' ')[0] ?? '')
  );
}
