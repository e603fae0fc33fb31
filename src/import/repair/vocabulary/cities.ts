import { keyOf } from '../words.ts';

const setOf = (names: string): ReadonlySet<string> =>
  new Set(names.split('|').map((name) => keyOf(name.trim())));

// Capitals, cities where the field's literature is published, and towns of multi-campus universities.
const CITIES = setOf(`
  kobenhavn|wien|munchen|koln|praha|warszawa|moskva|beograd|athina|napoli|torino|venezia|firenze|antwerpen|gent|
  goteborg|bucuresti|sevilla|lisboa|tirane|chisinau|kyjiv|krakow|nurnberg|hannover|luzern|aarhus|abeokuta|agadez|agadir|aix en provence|akure|aleppo|amritsar|annaba|aqaba|arequipa|arhus|ayutthaya|bacolod|
  baguio|balti|banja luka|banska bystrica|baton rouge|battambang|belo horizonte|benghazi|bhopal|
  bhubaneswar|bialystok|bihac|birgunj|blantyre|bobo dioulasso|bordeaux|braga|brasov|bremen|brno|bucaramanga|bukavu|
  bulawayo|burgas|busan|bydgoszcz|cagayan de oro|canterbury|chandigarh|chernihiv|chernivtsi|
  chiang rai|chihuahua|ciudad juarez|cluj napoca|cochabamba|cochin|coimbatore|coimbra|constanta|coventry|cox s bazar|coxs bazar|craiova|cusco|cuttack|czestochowa|da nang|dadaab|davao|davao city|debrecen|delft|denpasar|dnipro|
  dodoma|donetsk|dortmund|dresden|dusseldorf|entebbe|erbil|esmeraldas|faisalabad|fortaleza|freiburg|fribourg|
  gazipur|gdansk|gdynia|general santos|gorakhpur|grenoble|guayaquil|guwahati|hai phong|haifa|hat yai|
  hermosillo|homs|iasi|ibague|iloilo|iloilo city|imphal|innsbruck|iquitos|irbid|irkutsk|ivano frankivsk|jaffna|janakpur|jessore|
  kaduna|kakuma|kanchanaburi|kaohsiung|karlsruhe|katowice|kaunas|kazan|kherson|khulna|kochi|konstanz|kosice|kota kinabalu|
  kuching|kumasi|kutaisi|lalitpur|latakia|limassol|lodz|lubumbashi|luhansk|macerata|madurai|
  makhachkala|malatya|malmoe|manaus|mannheim|mar del plata|mariupol|medan|mekelle|melilla|meknes|mexicali|mitrovica|
  mwanza|mykolaiv|mysore|nablus|nakuru|nampula|nantes|neuquen|nonthaburi|norrkoping|novi sad|novosibirsk|
  oaxaca|odense|ohrid|olomouc|oshogbo|ostrava|oulu|owerri|padova|palma de mallorca|patna|pecs|perugia|peshawar|pleven|
  plovdiv|pokhara|poltava|poznan|prizren|quetta|quetzaltenango|rajshahi|ramallah|ranchi|rawalpindi|recife|reggio emilia|rennes|rijeka|rivne|rostov on don|rustavi|salzburg|samarkand|san cristobal de las casas|sangkhlaburi|
  santa marta|savannakhet|sekondi|sfax|shkodra|shkoder|shiraz|siem reap|siliguri|sittwe|sivas|sliven|sokode|songkhla|soweto|
  st gallen|stara zagora|stavanger|strumica|sunyani|sylhet|szczecin|szeged|tacloban|tamale|tampere|tangier|tapachula|tarragona|tartu|
  tegucigalpa|ternopil|tetouan|tetovo|thiruvananthapuram|tilburg|timbuktu|tiraspol|toamasina|trento|trivandrum|tromso|
  tuzla|udine|udon thani|umea|ushuaia|uyo|vadodara|valladolid|valparaiso|varanasi|varna|vinnytsia|vlora|vlore|vladivostok|wroclaw|wuhan|
  xian|zadar|zamboanga|zamboanga city|zaporizhzhia|zenica|zhytomyr|ziguinchor|zinder|abbotsford|abidjan|abingdon|abu dhabi|abuja|accra|addis ababa|adelaide|aden|ahmedabad|alexandria|algiers|
  almaty|amherst|amman|amsterdam|ankara|ann arbor|antananarivo|antwerp|asheville|ashgabat|asmara|astana|
  asuncion|athens|athlone|atlanta|auckland|austin|baghdad|baku|baltimore|bamako|bandung|bangalore|bangkok|
  bangui|banjul|barcelona|basel|basingstoke|beijing|beirut|belfast|belgrade|belmopan|bengaluru|benin city|
  berkeley|berlin|bern|berne|bilbao|bilthoven|birmingham|bishkek|bissau|bloomington|bogota|bologna|bonn|boston|
  boulder|brasilia|bratislava|brazzaville|bridgetown|brighton|brisbane|bristol|brookfield|brussels|bruxelles|
  bucharest|budapest|buenos aires|bujumbura|cairo|calabar|calcutta|calgary|cali|cambridge|canberra|cape town|
  caracas|cardiff|casablanca|cebu city|cham|chapel hill|charlotte|cheltenham|chennai|chiang mai|chicago|
  chisinau|chittagong|cleveland|college station|cologne|colombo|conakry|copenhagen|cotonou|dakar|dallas|
  damascus|dar es salaam|davis|delhi|den haag|denver|detroit|dhaka|dili|djibouti|doha|dordrecht|douala|dubai|
  dublin|durban|dushanbe|edinburgh|edmonton|eldoret|enugu|essen|farnham|fiesole|florence|frankfurt|freetown|
  fullerton|gaborone|galway|gaza|geneva|geneve|genoa|georgetown|ghent|ginebra|glasgow|gothenburg|grand rapids|
  graz|greensboro|guadalajara|guangzhou|guatemala city|hague|halifax|hamburg|hanoi|harare|hargeisa|hassocks|
  havana|helsinki|ho chi minh city|hong kong|honolulu|houndmills|houston|hull|hyderabad|ibadan|irvine|islamabad|
  istanbul|izmir|jaipur|jakarta|jeddah|jerusalem|johannesburg|juba|kabul|kampala|kandy|kano|karachi|kathmandu|
  kharkiv|khartoum|khujand|kiev|kigali|kingston|kinshasa|kisumu|kolkata|krakow|kuala lumpur|kuwait city|kyiv|
  kyoto|la paz|lagos|lahore|las vegas|lausanne|leeds|leicester|leiden|leipzig|leuven|lexington|libreville|lille|
  lilongwe|lima|limerick|lisboa|lisbon|liverpool|ljubljana|lome|london|londres|long beach|los angeles|louvain|
  luanda|lucknow|lund|lusaka|luxembourg|lviv|lyon|maastricht|madison|madrid|malabo|malaga|malmo|managua|manama|
  manchester|mandalay|manila|maputo|marrakech|marseille|maseru|mbabane|medellin|melbourne|merced|mexico city|
  miami|milan|milano|minneapolis|minsk|mogadishu|mombasa|monrovia|monterrey|montevideo|montpellier|montreal|
  moscow|mumbai|munich|muscat|n djamena|nagoya|nairobi|naples|nassau|ndjamena|neuchatel|new delhi|new haven|
  new orleans|new york|new york city|newcastle|niamey|nicosia|nijmegen|norwich|nottingham|nouakchott|nur sultan|
  nur-sultan|odessa|oklahoma city|osaka|osh|oslo|ottawa|ouagadougou|oxford|panama city|paramaribo|paris|penang|
  perth|philadelphia|phnom penh|phoenix|pittsburgh|podgorica|port au prince|port harcourt|port louis|
  port moresby|port of spain|port vila|porto|porto novo|prague|praia|pretoria|princeton|pristhina|pristina|
  providence|pune|pyongyang|quebec city|quezon city|quito|rabat|rangoon|reykjavik|riga|rio de janeiro|riverside|
  riyadh|roma|rome|rotterdam|sacramento|saint petersburg|salt lake city|san bernardino|san diego|san francisco|
  san jose|san juan|san pedro sula|san salvador|sanaa|santa barbara|santa clara|santa cruz|santa monica|
  santiago|santo domingo|sao paulo|sarajevo|seattle|seoul|seville|shanghai|sheffield|singapore|skopje|sofia|
  southampton|split|st petersburg|stockholm|strasbourg|stuttgart|surabaya|suva|sydney|taipei|tallinn|tampa|
  tashkent|tbilisi|tegucigalpa|tehran|tel aviv|the hague|the hague netherlands|thessaloniki|thimphu|
  thousand oaks|tijuana|timisoara|tirana|tokyo|toronto|toulouse|trieste|tripoli|trondheim|tubingen|tunis|turin|
  turku|ulaanbaatar|uppsala|urbana champaign|utrecht|vaduz|valencia|valletta|vancouver|vatican city|venice|
  vienna|vientiane|vilnius|warsaw|washington|washington d c|washington dc|wellington|windhoek|winnipeg|yangon|
  yaounde|yerevan|yogyakarta|york|zagreb|zanzibar|zaragoza|zurich`);

// States, provinces and parts of countries as printed behind a city, and short forms that are not organisations.
const AREAS = setOf(`
  alabama|alaska|alberta|arizona|arkansas|british columbia|calif|california|colorado|connecticut|d c|dc|
  delaware|england|florida|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|manitoba|maryland|
  mass|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new brunswick|
  new hampshire|new jersey|new mexico|new south wales|north carolina|north dakota|northern ireland|nova scotia|
  ny|ohio|oklahoma|ontario|oregon|pennsylvania|quebec|queensland|rhode island|saskatchewan|scotland|
  south australia|south carolina|south dakota|tasmania|tennessee|texas|u k|u s a|uk|usa|utah|vermont|victoria|
  wales|washington state|west bengal|west virginia|western australia|wisconsin|wyoming`);

/** Whether a text is a city: "Geneva", "Los Angeles", "Washington D.C.". */
export function isCityName(text: string): boolean {
  return CITIES.has(keyOf(text));
}

/** Whether a text is a part of a country, as printed behind a city: "Texas", "D.C.", "UK". */
export function isAreaName(text: string): boolean {
  return AREAS.has(keyOf(text));
}
