/**
 * Builds a set of words in the form of `wordsOf`: lower case, without accents, American spelling. The sets below
 * contain the words of institutions' names.
 */
const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/**
 * Head nouns of organisations' names, in English, French, Spanish and some other languages. Frequent surnames are left
 * out.
 */
export const HEAD_WORDS = setOf(`
  servicio servicios organizacao associacoes direcao procuradoria movimento movimiento mouvement confederacao federacao
  secours andolan samiti sangh parishad sabha samaj lobby chambers pact secretariado ouvidoria superintendencia gabinete juzgado autoridad autoridade
  akademie coordinator coordinators escritorio front helpline hotline cluster hub lab servizio servizi myndighed ministeriet urzad
  academia academie academy administration agence agencia agencies agency agenzia alianza alliance ambassade archive
  archives army asamblea asociacion assemblee assembly associacao associates association associations associazione
  authority ayuntamiento board bundesamt bundesministerium bureau bureaus bv cabinet campaign center centre centres
  centro centrum chambre chancellery chapter charities clearinghouse clinic coalition colegio collective college
  comision comissao comite commissariat commissie commission commissione commissioner commissioners commissions
  committee committees community company confederacion confederation conference congress conseil consejeria consejo
  conselho conservatory consiglio consortium constabulary consulat consulate consultants cooperativa cooperative
  corporacion corporation council councils cour defensoria delegation departamento departement department
  departments dienst dipartimento direccion direction directorate division ecole embassy enterprises escuela
  facultad faculte faculty federacion federation fiscalia fondation fondazione fondo fonds force forum foundation
  foundations fund fundacao fundacion gendarmerie gendarmery gesellschaft gmbh gobernacion gobierno gouvernement
  government headquarters hospital hospitals inc iniciativa initiative inspectorate institut institute institutes
  institutet institution institutions instituto instituut intendencia international istituto judiciary kommission
  laboratories laboratory landesamt legislature library llc llp ltd mairie ministarstvo ministere ministerie
  ministerio ministerium ministero ministerstvo ministries ministry mission municipalidad municipality museum
  nations navy network nucleo nv observatorio observatory office oficina ombudsman ombudsperson organisations
  organisme organizacion organization organizations osservatorio parlement parliament parquet partners partnership
  platform plc police policia policing polytechnic prefecture presidency press procuraduria program programa
  programs project projet prosecutor proyecto pty publishers raad rapporteur red rede refugees registrar registry
  republic reseau sarl sas school secretaria secretariat seminary senat senate service services sindacato sociedad
  societe societies society standing stichting stiftung subcommittee subsecretaria syndicat syndicate taskforce team
  treasury tribunal trust trusts ufficio union unit universidad universidade universita universitat universite
  universitet universities university verband verein vereniging viceministerio workers zentrum
  amt ausschuss behorde bundnis gericht hilfswerk kammer kanton netzwerk polizei verwaltung diakonie
  centrale ente gruppo comunita comune regione provincia tribunale prefettura questura unione confederazione federazione
  servico servicos comissariado comunidade coordenacao grupo liga ligue groupe secretaria uniao union
  myndigheten foreningen forbundet universitetet nasjonalt direktorat departementet
  advisors advisers solutions mechanism politie rechtbank gemeente inspectie
  comitato congregation diocese fellowship synod branch section consulting werk asbl onlus vzw radet namnden styrelsen verket laitos keskus saatio liitto virasto sveuciliste
  stowarzyszenie fundacja udruga udruzenje nadace ured vlada zavod centar ustav urad kancelaria
  assembleia assemblea diputacion folketing riksdag sejm duma cabildo carabinieri polizia policja politi guardia
  caritas charitas charity chiesa conferencia conferenza congreso congresso eglise freres gewerkschaft gewerkschaftsbund
  hermanas hermanos hogar iglesia igreja irmandade kerk kirche kirchen kirken konferenz kongress kyrkan ordine orden ordre
  scuola schule schwestern sindical sindicato sindicatos soeurs suore szkola agentur agentura buro komitee komitet odbor
  komisija sluzba drustvo egyesulet kozpont merkezi zdruzenie sdruzeni zaklada nadacia
  autorita autorite comunidad
  garda sangha sangham sanstha kendra parishath
  xunta generalitat ajuntament diputacio conselleria departament fundacio associacio patverums palidzibas
  directia fundatia comisia inspectoratul agentia ministerul institutul guvernul serviciul centrul consiliul organizatia uniunea
  qendra shoqata fondacioni ministria instituti agjencia drejtoria rrjeti komisioni keshilli sherbimi institucioni
  egyhaz intezet hivatala miniszterium osrodek towarzystwo stowarzyszenie biuro rzecznik zwiazek stredisko spolecnost hnuti
  udruga udruzenje zavod vlada mreza pravobranitelj komesarijat komissia tsentr tsentar fondatsiya fondatsia sayuz soyuz
  agentsiya komisia upravlenie spilka enstitusu kurulu kurumu mudurlugu serikat perkumpulan jaringan kantor dinas aliansi
  gerakan pertubuhan kagawaran komisyon tanggapan sansthan samuha sangathan mandali ayog mantralaya vibhag
  tanzeem tehreek markaz kituo mtandao jumuiya taasisi ministeerium selts uhing tilsynet sentret senteret ministrija centrs
  biedriba tarnyba centras ministerija
  club clubs klub kulubu fondasyon asosyasyon oganizasyon biwo centar centrala keskus kontor osakond savez ured
  sihtasutus liit liitto saatio jarjesto virasto ministerio viraszto tanacs alapitvany szovetseg bizottsag hivatal
  cemiyeti mahkemesi sendikasi birimi konseyi komisyonu baskanligi kongresi
  majlis lujna munazzama jamiyat jamaat anjuman persatuan jabatan suruhanjaya kesatuan baraza shirika wizara mradi
  bakanligi vakfi dernegi universitesi yayasan kementerian lembaga komisi
`);

/**
 * Head nouns that indicate an organisation only together with a word of `BEFORE_WEAK`: "World Bank", "Supreme Court".
 */
export const WEAK_HEAD_WORDS = setOf(`
  bank church corte court courts group hospital house joint labs law media press watch
`);

export const BEFORE_WEAK = setOf(`
  advisory african american asian catholic central christian constitutional development european federal general
  constitucional suprema
  global high interagency international national public regional royal supreme working world
`);

/** Head nouns of offices whose name lists subjects: "Ministry Of Labour", "Family". */
export const OFFICES = setOf(`
  directorate unit dg
  academy administration agency alliance association authority board bureau center coalition college comision comite
  commissariat commission committee council delegation departement department direction directorate division faculty
  federation forum foundation initiative inspectorate institute ministere ministerio ministry network observatory
  office partnership platform program project school secretaria secretariat service services society taskforce union
  unit
`);

/** Subjects of offices. A piece that consists of these words alone is a part of an organisation's name. */
export const SUBJECTS = setOf(`
  fight   unity sale prostitution pornography solidarity invalids diaspora chieftaincy irrigation posts privatisation
  property construction knowledge nature mineral supplies steel jute textiles martyrs heroes ex-servicemen devolution
  demining antiquities shrines endowment broadcasting wellness happiness tourism ecology spatial prevention
  relaciones movilidad humana humano inclusion economica social prevision publica seguridad penitenciario penales
  planificacion energia minas transporte transportes comunicaciones obras publicas tecnologia ciencia innovacion
  ordenamiento territorial patrimonio riego prevencion discriminacion pueblos indigenas afrodescendientes discapacidad
  adulto adultos mayor mayores solidaridad culto cultos politica politicas ninas adolescentes violencia refugiados
  justica seguranca publica cidadania mulheres crianca criancas trabalho emprego previdencia assistencia saude
  educacao direitos relacoes exteriores igualdade racial pessoas infancia juventude adolescente
  interieure fonction publique personnes agees handicapees cohesion sociale humanitaire professionnelle
  enseignement superieur scientifique genre promotion protection population populations refugies traite migrants
  immigration integration garde sceaux cooperation internationale territoire decentralisation lutte
  allied garment garments textile textiles leather chemical fishing farming farmers plantation seafarers catering
  restaurants hotels entertainment retail
  minors liberation principles offence offences offense offenses opposition racism
  seguridad derechos humanos justicia salud educacion cultura deporte deportes trabajo empleo familia mujer mujeres ninas
  ninos ninez adolescencia juventud asuntos sociales exteriores cooperacion interior gobernacion migracion migraciones
  extranjeria bienestar desarrollo economia finanzas hacienda comercio turismo agricultura ganaderia pesca ambiente
  vivienda igualdad genero poblacion poblaciones vulnerables victimas trata personas infancia enfance jeunesse famille
  femme femmes sante travail emploi affaires etrangeres droits homme humains interieur securite solidarite egalite
  formation recherche developpement feminine enfants humanitaire reforme
  building freedom freedoms making migratory movement movements rapid response responses rule heritage lawmaking
  allies community equal liberties online opportunity order
  abduction abolition abuse abused accommodation accountability accreditation adaptation addiction administration
  adolescents adoption advice advocacy advocates affairs african ageing agencies aging analysis agriculture aid aids alcohol
  aliens american anthropology antiquities aquaculture arbitration archaeology architecture artisans arts asian
  assault assessment assistance asylum atrocities audit aviation awqaf babies bailiffs banking bargaining beings
  benefits biodiversity biology blind bondage bonded border borders boys broadcasting budget business cadastre
  cancer care casinos change chemicals chemistry child childhood children citizenship civic civil clerks climate
  commerce communication communications communities comparative competition compliance computing conciliation
  conflict conflicts conservation constitutional consumer consumers control cooperation cooperatives coordination
  correction correctional corrections corruption counseling counselling counterfeiting counterterrorism counties
  county courts craft crafts creative crime crimes criminology critical cultural culture curriculum customs cyber
  cybercrime deaf debt decent delinquency juvenile decentralization defence defenders defense democracy demographic demographics
  demography dentistry deportation design detainees detention development devolution dialogue diaspora digital
  diplomacy disabilities disability disabled disaster disasters disease diseases displaced districts diversity
  divinity document documentation documents domestic driver drivers drug drugs early ecology economic economics
  economy education elderly elders elections electoral electricity elimination emergencies emergency emigrants
  emigration emiratisation emiratization employment empowerment endowments energy enforcement engineering enterprise
  enterprises entrepreneurship environment epidemiology equality equity eradication ethics ethnic ethnicity european
  evaluation examinations excise exile exiles expatriate expatriates exploitation exploited explosives external
  families family fathers federal feminism feminist finance financial fire firearms fisheries fitness food forced foreign
  foreigners forensic forestry forests fraud games gaming gender genocide geography geology girls global governance
  grandparents guard guestworker guidance handicapped handicrafts harassment harmonization health heritage
  higher highways historical history hiv home homelessness hospitality housing human humanitarian humanities hunger
  hydrology hygiene identity immigrants immigration inclusion indigenous industrial industries industry infants
  informatics information infrastructure inner innovation innovations inspection inspections inspectorates insurance
  integration integrity intelligence interior internal international invalid invalidity invalids investigation
  investigations investment investments islamic islands jobs journalists judicial judiciary jurisprudence justice
  kidnapping kinship labor land lands languages latin laundering law lawyers learning legal legislation leisure
  letters libraries linguistics liquor literacy literature litigation livestock local lotteries malaria management
  manpower manufacturing marginalized marine maritime marketing maternal mathematics matters media mediation
  medicine medicines medium memory men mental meteorology methods microfinance migrant migrants migration military
  minerals mines mining minorities minority missing mitigation mobility money monitoring mother mothers municipal
  municipalities narcotics nationality nationals naturalization neglect newborn nomadic notaries nurses nursing
  nutrition occupational oceans opportunities organised organized orphans outer outreach overseas oversight pacific
  parks parliamentary parole partnership partnerships passport passports pastoral pastoralism paternal pay peace
  pension pensions peoples permits persons petroleum pharmaceuticals pharmacy philosophy physical physics pilgrimage
  placement planning play policing policy political politics population ports postal poverty power practice
  practices preparedness prevention primary prison prisons privatization probation productivity prohibition
  prosecution prosecutions prosecutors protection provincial psychiatry psychological psychology psychosocial public
  qualifications quality race racing railways reception reconciliation reconstruction recovery recreation recruitment
  reduction reform reforms refugee refugees regional registration rehabilitation representative representatives strategies strategy reintegration related relations
  relief religion religious remembrance remote removal removals remuneration repatriation reproductive rescue research
  resettlement resilience resources return returnee returnees returns revenue rights risk risks roads rural safety
  salaries sanitation scholarships schooling schools science sciences scientific secondary sector sectors securities security
  prisoners seniors separated services servitude settlement settlements sexual sexuality shelter shelters shipping skills
  slavery small sme smes smugglers smuggling social sociology solicitors solidarity space sport sports
  standardization standards stateless statelessness statistics strategic students studies study substance support
  suppression surveillance survivors sustainability sustainable teachers teaching technology telecommunications
  territorial territories terrorism textbooks theology theories theory therapy tobacco tolerance torture tourism
  trade traffic traffickers trafficking training transfer transition transitional transnational transparency
  transport transportation trauma treasury treatment tribal tribes tripartite tropical truth tuberculosis
  unaccompanied unemployment vaccination vaccines vehicle vehicles veterans veterinary victims violence visa visas
  vocation vocational volunteer volunteerism vulnerable wage wages war waste water welfare wellbeing wildlife
  witnesses woman women work worker workers workplace works youth
`);

/** Words before a head noun that don't say whose organisation it is: "National Commission". */
export const QUALIFIERS = setOf(`
  modern
  advisory african american anti arab asian assistant bilateral central chief city collaborating common community
  counter county cross deputy district euro european executive federal first free general global governmental high
  independent inter interagency intergovernmental international islamic joint latin local main metropolitan
  ministerial mixed multi multilateral municipal national new non nongovernmental nordic open overseas pan
  parliamentary permanent presidential private provincial public regional resident royal second senior special
  standing state steering supreme technical third trans united working world young
`);

/**
 * Adjectives that need a noun behind them. "International" is left out, because it ends many names ("Plan
 * International").
 */
export const ADJECTIVES = setOf(`
  fundamental abused academic administrative advanced african agricultural american applied arab asian biomedical bonded british
  catholic central christian civic civil clinical collective comparative comprehensive constitutional consular
  contemporary correctional creative criminal cultural democratic demographic dental digital diplomatic disabled displaced
  domestic eastern economic educational electoral environmental ethical eurasian european exploited external federal
  financial fiscal forced foreign forensic gendered geographic higher historical human humanitarian indigenous
  industrial informal integrated internal islamic judicial latin legal legislative marginalized maritime maternal medical
  mental methodist military missing monetary municipal mutual nordic northeastern northern northwestern occupational
  organised organized parliamentary pastoral pharmaceutical philosophical political professional psychological
  public racial regional religious reproductive returned rural scientific separated sexual social southeastern
  southern southwestern stateless strategic sustainable technical technological territorial theological trafficked
  tribal tropical unaccompanied undocumented urban veterinary vocational vulnerable western
`);

/** Words that occur in organisations' names and hardly ever in a person's. */
export const IMPERSONAL = setOf(`
  help helping republika respublika republike copii copiii vihar renaissance esclaves perspectives perspektiva horizon initiatives initiativ plus sewa seva unnayan karmi fambul
  pentru sociaal sociale arbeid anticoruptie mbrojtjen ndryshem barabarte viktimave
  perempuan wanita buruh migran mahila mohila nari bal vikas kalyan kadin haklari jinsia haki watoto mujeres
  pax superiore superieur superieure europaische europaischer europaischen luterana lutherienne presbiteriana metodista
  airlines airways alert allies analytics apparel brands census clothing dynamics farms fashion films foods garments
  holdings hotels insights instruments kitchen logistics magazine magistrates mills motors outfitters pictures plantations
  productions products properties resorts retailers risks shipping software sportswear stores studios supermarkets systems
  technologies textiles tours travel ventures
  beacon covenant exodus gateway genesis harvest horizons ideas journey lighthouse oasis pathways rainbow road roads sanctuary
  sunrise
  cities electronics internacional internazionale internationale nacional nazionale mundial mondiale
  states not tech
  abolition abolitionists abuse action actionaid advocates african american anti antislavery antitrafficking asia
  asian awareness beyond british campaign care caribbean caring change children citizens civil coalition
  collaborative compassion concerned counter counterpart country crisis data days defenders democratic dialogue
  dreams eastern ecpat education empower empowering empowerment end ending equal equality european every
  exploitation exploited female fight fighting free freedom future generation girls global helping hotline humane
  humanity impact inclusion independent indigenous innovation insight journeys kids latin lawyers learning liberty
  lives living men migrants mobility modern movement multiple nation national non northern now orphans our parents
  peace people peoples poverty preventing project protect protecting protection raise raising rescue resource
  responsible restore restoring rising safe save saving shelter sisters slave slaves solidarity southern stop
  strength supply survivor survivors sustainable sweatshop together tomorrow trafficked trafficking transforming
  transnational transparency truckers un unbound unchosen unite united uniting unlocked unseen victims voice voices
  volunteers we welcome western wildlife without women work worker workers working world worldwide you your youth
`);
