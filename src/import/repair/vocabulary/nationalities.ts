import { wordsOf } from '../words.ts';

const NATIONALITIES: ReadonlySet<string> = new Set(
  `
  afghan albanian algerian american angolan argentine argentinian armenian australian austrian azerbaijani bahraini
  bangladeshi barbadian basque belarusian belgian beninese bhutanese bolivian bosnian botswanan brazilian british bulgarian
  burkinabe burmese burundian cambodian cameroonian canadian catalan chadian chilean chinese colombian congolese costarican
  croatian cuban cypriot czech danish djiboutian dominican dutch ecuadorian egyptian emirati english eritrean estonian
  ethiopian fijian filipino finnish flemish french gabonese gambian georgian german ghanaian greek grenadian guatemalan
  guinean guyanese haitian honduran hungarian icelandic indian indonesian iranian iraqi irish israeli italian ivorian
  jamaican japanese jordanian kazakh kenyan korean kosovar kurdish kuwaiti kyrgyz lao laotian latvian lebanese lesotho
  liberian libyan lithuanian luxembourgish macedonian malagasy malawian malaysian maldivian malian maltese mauritanian
  mauritian mexican moldovan mongolian montenegrin moroccan mozambican namibian nepalese nepali nicaraguan nigerian
  norwegian omani pakistani palestinian panamanian paraguayan persian peruvian philippine polish portuguese qatari
  romanian russian rwandan salvadoran samoan saudi scottish senegalese serbian singaporean slovak slovene slovenian
  somali spanish sudanese surinamese swazi swedish swiss syrian taiwanese tajik tanzanian thai tibetan togolese
  trinidadian tunisian turkish turkmen ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh yemeni zambian
  zimbabwean
  adventist anglican baptist buddhist catholic christian episcopal evangelical hebrew hindu islamic jesuit jewish lutheran
  mennonite methodist muslim orthodox presbyterian protestant quaker sikh
  `
    .trim()
    .split(/\s+/),
);

// Behind the noun in French, Italian, Portuguese and Spanish. Forms that are also surnames or given names are left out.
const ROMANCE: ReadonlySet<string> = new Set(
  `
  africaine africana americaine americana argentine australienne autrichienne belge boliviana brasileira brasileiro
  bresilienne camerounaise canadense canadienne catalana chilena colombiana congolaise costarricense cubana ecuatoriana
  espagnole espanola espanhola europea europeenne europeia francaise francais francesa gabonaise guatemalteca haitienne
  hondurena italiana italienne ivoirienne latinoamericana latinoamericano libanaise luxembourgeoise malienne marocaine
  mauricienne mexicana mocambicana nicaraguense panamena paraguaya peruana portugaise portuguesa salvadorena senegalaise
  spagnola suisse svizzera tchadienne togolaise tunisienne uruguaya venezolana
  catholique catolica cattolica episcopale evangelica evangelique
  `
    .trim()
    .split(/\s+/),
);

/** Whether a word is an adjective of a nation or a faith in a Romance language: "Italiana", "Française". */
export function isRomanceNationality(word: string): boolean {
  return ROMANCE.has(wordsOf(word).join(' '));
}

/**
 * Whether a text is an adjective of a nation or a faith, as at the beginning of organisations' names: "Danish",
 * "Lutheran".
 */
export function isNationality(text: string): boolean {
  return NATIONALITIES.has(wordsOf(text).join(' '));
}
