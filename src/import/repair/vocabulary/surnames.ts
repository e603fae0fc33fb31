import { wordsOf } from '../words.ts';
import { mayBeGivenName } from './given-names.ts';

// Frequent Spanish and Portuguese surnames. Two of them in a row are one person's surnames.
const IBERIAN: ReadonlySet<string> = new Set(
  `
  abreu acosta acuna aguilar aguirre alarcon almeida alonso alvarado alvarez alves andrade aparicio aponte arias arroyo
  avila ayala azevedo barbosa barrera barrios barros bautista becerra benitez bermudez blanco bravo bustamante caballero
  cabrera calderon camacho campos cano cardenas cardoso carrasco carvalho castaneda castano castillo castro cervantes
  chaves chavez contreras cordoba coronado correa cortes cortez costa cruz cuellar cuevas delgado dias diaz dominguez
  duarte duran escobar espinosa espinoza esteves estrada farias fernandes fernandez ferreira figueroa flores fonseca
  franco freitas fuentes gallego gallegos galvez garcia garrido gil gimenez giraldo gomes gomez goncalves gonzales
  gonzalez guerra guerrero gutierrez guzman henriquez hernandez herrera hidalgo hurtado ibanez iglesias jaramillo jimenez
  juarez lara leal lima lopes lopez lozano lucena luna machado maldonado marin marquez martin martinez medina mejia
  melo mendes mendez mendoza mendonca miranda molina monteiro montero montes montoya morais morales moreira moreno mota
  munoz navarro neves nogueira nunes nunez ochoa oliveira orozco ortega ortiz osorio ospina pacheco padilla palacios
  parra paz pena peralta pereira perez pinto pires portillo prado quintero quiroga ramirez ramos rangel rebelo restrepo
  reyes ribeiro rios rivas rivera robles rocha rodrigues rodriguez rojas roldan roman romero rosales rosario rubio ruiz
  salas salazar salgado salinas sanchez sandoval santana santiago santos serrano silva soares solano solis sosa soto
  souza sousa suarez tavares teixeira toledo torres trujillo urbina valdes valdez valencia valenzuela vargas vasquez
  vazquez vega velasco velasquez velez vera vieira villa villanueva villegas zamora zapata zuniga
  `
    .trim()
    .split(/\s+/),
);

// Frequent surnames of other languages that are hardly ever given names.
const FREQUENT: ReadonlySet<string> = new Set(
  `
  adams anderson armstrong baker bennett brooks brown burns butler campbell carpenter chapman clarke coleman collins cooper
  cunningham davies davidson davis dixon edwards ellison evans ferguson fisher foster gardner gibson goodwin graham griffiths
  hamilton harris harrison henderson higgins hopkins hughes jenkins jennings johnson johnston jones kaplan kennedy knight
  lambert lawson macdonald marsh marshall matthews mcdonald miller mills mitchell morgan morris morrison murphy murray
  nicholson nichols obrien oconnor osborne parker patterson perkins peters phillips porter powell reynolds richards
  richardson roberts robertson robinson rogers sanders saunders schwartz shapiro simmons simpson smith stevens stewart
  sullivan thompson turner walker walters watkins watson watts weaver webb wheeler wilkins wilkinson williamson wilson
  bauer becker fuchs hoffmann huber kaiser kaufmann klein koch krause kruger lehmann maier mayer meier meyer muller neumann
  richter schaefer schafer schmid schmidt schmitt schneider schroder schulz schulze schwarz wagner weber weiss werner
  bakker bos dekker dijkstra jansen janssen janssens mulder peeters smit visser vos
  bernier bouchard boucher chevalier dubois dufour dupont durand fournier gauthier gagnon lavoie lefebvre leroy leclerc
  lemaire levesque mercier moreau morel pelletier perrin petit renard rousseau roux tremblay
  bianchi colombo conti esposito ferrari galli gallo moretti ricci rinaldi rossi russo
  agarwal aggarwal adhikari bajracharya banerjee bannerjee basnet basu bhandari bhatt bhattacharya bhattarai biswas bose
  chakraborty chakrabarti chatterjee chaudhary chaudhry chaudhuri chowdhury choudhury dahal das dasgupta desai deshpande dutta
  ghimire ghosh gurung gupta iyengar iyer jain jha joshi kapoor kapur karki kaushik khadka khanal khanna khatri kulkarni
  kumari magar mahato maharjan malhotra mehra mehta menon mishra misra mitra mukherjee mukhopadhyay naidu nair nayak
  pandey pandit parikh patel pathak patil paudel pillai pokharel poudel pradhan rai rao reddy regmi roy saha sahoo
  sapkota sarkar saxena sen sengupta sethi shah sharma shetty shrestha shukla siddiqui singh singhal sinha srivastava
  subedi swaminathan tamang thakur thapa tripathi trivedi upadhyay varma verma vyas yadav zaidi qureshi hashmi rizvi
  perera
  nguyen tran pham huynh hoang phan dang bui ngo duong zhang wang chen yang huang zhao zhou sun guo zheng liang deng
  tanaka suzuki sato takahashi watanabe yamamoto nakamura kim lee park choi kobayashi yamada sasaki kato jeong jung kang kwon
  dlamini nkosi ndlovu moyo sithole khumalo mokoena ncube sibanda nyoni banda phiri zulu mwale okafor okeke nwosu ogunleye
  balogun adeyemi adebayo oyelaran mensah owusu boateng asante osei addo appiah agyeman ndiaye diallo traore diop fall sarr
  sow barry bah camara toure keita konate coulibaly cisse ouedraogo sawadogo kabore zongo mwangi kamau njoroge kariuki
 otieno odhiambo ochieng omondi wanyama okello mugisha
  `
    .trim()
    .split(/\s+/),
);

/** Whether a word is a frequent surname and hardly ever a given name: "Serrano", "Mukherjee", "Traoré". */
export function isFrequentSurname(word: string): boolean {
  const [name = ''] = wordsOf(word);
  return IBERIAN.has(name) || FREQUENT.has(name);
}

/** Whether two words are one person's surname: Spanish double surnames, and "O'Connell Davidson", "McKay Smith". */
export function isDoubleSurname(text: string): boolean {
  if (/^\p{Lu}\p{L}+ [eyi] \p{Lu}\p{L}+$/iu.test(text)) return true;
  const names = text.split(' ');
  if (names.length !== 2) return false;
  const [first = ''] = names;
  return IBERIAN.has(wordsOf(first)[0] ?? '') || /^(?:O['’]\p{Lu}|Ma?c\p{Lu})/u.test(first);
}

/**
 * Whether two words before or after a given name may be one person's surname, because the second is a frequent surname:
 * "Botero Navarro".
 */
export function mayBeDoubleSurname(text: string): boolean {
  const [first = '', second = '', ...more] = text.split(' ');
  if (more.length > 0 || mayBeGivenName(first)) return false;
  return IBERIAN.has(wordsOf(second)[0] ?? '') && /^\p{Lu}\p{Ll}/u.test(first);
}

const WORDS: ReadonlySet<string> = new Set(
  'bank banks bar best bishop day hope may strong brook care case child church close court craft cross field fields fisher hall house hunt land law love marriage moody page park parks power press price rice rivers sharp small stone street trade waters wood woods young'.split(
    ' ',
  ),
);

/** Whether a word of the field is also a surname: "Power", "Street". */
export function isSurnameWord(text: string): boolean {
  return WORDS.has(text.toLowerCase());
}

// Endings that surnames have and given names hardly ever.
const SURNAME_ENDING =
  /(?:[^aeiou]yan|[^aeiou]ian|[^aeiou](?:ov|ev)a?|[cs]k[iy]|[cs]ka|[jnv]ic|enko|chuk|dze|shvili|sson|[^aeiou]sen|dottir|oglu|poulos|poulou|akis|idis|iadis|[^aeiou]iou|aou|escu|eanu|stein|berg|mann|strom|qvist|quist|zadeh|swamy|worth|field|smith|stone|icz|czyk|auskas|iene|aite|yte|inen|stra|bauer|hoff|nejad|pour|opadhyay|wardena|wardene|singhe|sekara|sekera|ratne|nayake|suriya|gamage|etxea|echea|elli|ucci)$/i;

/** Whether a single word has the ending of a surname: "Petrosyan", "Jovanović", "Andersson". */
export function hasSurnameEnding(text: string): boolean {
  if (text.length < 6 || mayBeGivenName(text)) return false;
  return (
    SURNAME_ENDING.test(text.normalize('NFKD').replace(/\p{M}+/gu, '')) || /^(?:O['’]|Ma?c)\p{Lu}/u.test(text)
  );
}
