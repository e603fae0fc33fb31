import { wordsOf } from '../words.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

// Frequent given names that are seldom surnames. They identify the given name of two words: "Mann", "Lori".
const GIVEN_NAMES = setOf(`
  elaine flora tsering tshering
  abdul abdulrahman abebe abel abigail abimbola achieng adam ade adebayo adela adelaide adele aditi adnan adolfo
  adriaan adrian adriana adriano afua agata agnes agnieszka aida aileen aimee aino aisha ajay akiko akinyi akira
  akosua alain alan alba alberto alejandro aleksandar aleksander aleksandra alena alessandra alessandro alessia alex
  alexandra alexandre alexei alexis alfonso alfredo alice alicia alina alison alistair allison alma almudena alvaro
  amadou amalia amanda amara amelia amelie amina aminata amir amira amit amrita amy ana anabel anahit anastasia
  anastasiya anatoly anders andre andrea andreas andreea andrej andrew andrzej andy angela angelica angelina angelo
  angelos anika anil anindita anish anita anja anjali anjana anke ann anna anne anneke annelies annemarie annette
  annika annita anouk anselm anthony antoine antoinette anton antonella antonia antonio anu anuradha anusha aparna
  april ari ariana arjun armando arnaud arne arthur arturo arun asha ashish ashok ashraf asif asma astrid astrit
  athena augusto aurelie aurora ayako ayesha aylin ayse azadeh babatunde bandana barbara bart bartosz bassam bayo
  beata beate beatrice beatriz belen belinda benedetta benedict benedikt benoit berit bernadette bernardo bernd beth
  bettina beverly bezawit bhavna bianca bilal bill birgit birgitta birgitte blanca bob bogdan bohdan bojan boris
  borislav branislav branka brenda brendan brett brian bridget brigid brigitte britta bronwyn bruno camila camilla
  camille candace carina carla carlo carlos carlota carly carmela carmen carol carolina caroline carolyn carrie
  catalina catarina caterina catherine cathrine cathy cecile cecilia celeste celia celine cemal cesar chantal
  charlene charlotte cheikh chelsea cheryl chiara chidi chidinma chinedu chinwe chioma chiyo chloe chris christa
  christel christelle christiane christina christine christof christoph christophe christopher chuka ciara cindy
  claire clara clare clarissa claude claudia claudine claudio clemens clement clotilde colette colin colleen
  concepcion conny conor consuelo corina corinna corinne cornelia cornelius cristian cristiano cristina cristobal
  csilla cynthia cyril dagmar dalia damian damien dan dana danica daniela daniele danielle danilo danuta daphne
  daria dario dariusz darko darya dave davide dawit debbie deborah debra deepa deepak deirdre delia delphine denise
  dennis derek desmond diana diane diego dieter dilip dimitar dimitra dimitri dimitrios dimitris dina dinesh dirk
  dita dmitry dolores dominic dominik dominique don donatella donna dora doreen dorina doris dorota dorothea
  dorothee dorothy dragan dragana dunja dusan ebele ebony edgar edina edit edith edmund edna eduard eduardo edwin
  efua eija eileen eirini ekaterina eleanor elena eleni eleonora elif elina elisa elisabeth elisabetta elise eliza
  elizabeth ella ellen ellie elmira elsa elsie elspeth elvira emanuel emanuela emeka emel emile emilia emilie emilio
  emily emine emmanuel emmanuelle enrico enrique eric erica erich erik erika erin ernesto erwin esma esperanza
  esteban estelle esther etienne eugenia eugenio eunice euphemia eva evangelia evelyn evgenia evgeny ewa ezgi ezra
  fabian fabiana fabien fabio fabrice fadi fahad faisal faiza farhan fariba farida fatema fatma fatou fatoumata
  faustina federica federico felicia feliciano felicity felipe felix femi ferdinand fernanda fernando fidel fikret
  filip filippo filomena fiona fiorella flavia flavio florence florian florin folake folasade fran franca frances
  francesca francesco francine francisca francisco franck francois francoise franz fred freda frederic frederica
  frederik frida friedrich fritz funmi funmilayo gabor gabriela gabriele gabriella gaby gail ganesh garima gary
  gavin geert geeta gemma genevieve geoffrey georg georges georgi georgia georgina georgios geraldine gerard gerardo
  gerd gerhard germaine gerrit gertrude ghada giacomo gianluca gianni gilles gillian gina giorgia giorgio giovanni
  girma gisela gitta giulia giuseppe glenda glenn gonzalo goran gosia gottfried graciela grazia gregor gregory greta
  grzegorz guadalupe gudrun guido guillaume guillermo gulnara gunilla gunnar guofu gustavo guy gwen gwendolyn gyorgy
  habib hadija hadiza hafsa haifa haile halima hana hanan haneen hanna hannah hanne hannes hans harald hari haris
  harpreet harriet haruka haruki hasina haydee hazel heather heba hector hedwig heidi heike heiko heinrich heinz
  helen helena helene helga helmut hendrik henk henri henrietta henriette henrik hermann hernan hernando hillary
  hina hiroko hiroshi hisham hiwot holger holly horst hossein hrvoje hubert hugo humberto husam hyunjung iain ian
  ibrahima ida ieke ifeoma ignacio igor ika ikram ilaria ildiko ilka ilona ilse iman imelda imke imran indira ines
  inga inge ingeborg inger ingo ingrid inmaculada ioana ioanna ioannis iqbal irena irene irfan irina iris irma isa
  isabel isabela isabella isabelle isadora isaias isam ishaan istvan itzel iva ivan ivana ivo ivona iwona izabela
  jaap jacek jacinta jacky jacopo jacqueline jacques jaime jakob jakub jamal jamila jamshid janet janette janez
  janice janina janine janna janusz jaroslav jasmina jasmine jason javier jaya jayne jean jeanette jeanne jeannette
  jeff jeffrey jelena jenna jennifer jenny jens jeremy jeroen jerome jerzy jesper jessie jesus jette jill jim jiri
  jo joachim joan joanna joanne joaquin jochen joel joelle joerg johan johann johanna johannes john jolanda jolanta
  jon jonas jonathan jordi jorg jorge jorgen jose josef josefina josep josephine josette josh joshua josiane jovana
  joyce juan juana juanita judith judy juergen juha julia julian juliana julie julien juliet julieta juliette julio
  julita julius junko jurgen justin justina justine justyna jutta kai kaisa kaja kamal kamala kamila kanchana karel
  karen karima karin karina karl karla karolina karoline karsten katalin katarina katarzyna kate katerina katharine
  katherine kathleen kathryn kathy katie katja katrin katrina katy kay kayoko kazuko keiko keisha keith kelechi
  kellie kemal ken kenji kenneth kerstin kevin khadija khaled kieran kiran kirsten kirsti kirsty kjell klaas klara
  klaus koji konrad konstantin konstantinos kornelia kristen kristian kristin kristina kristine kristof krisztina
  krystyna krzysztof kurt kwabena kwaku kyoko laila lakshmi lalita lamia lara larissa lars lasha lasse latifa laura
  laurence laurent laurie layla lea leah leandro lech leda leila lejla lena lenka leon leona leonardo leonor leonora
  leopold leticia leyla lia liam liana lidia lidija ligia lila lilia lilian liliana lina lindsey linnea lionel lisa
  lise liselotte liv livia liz liza ljiljana ljubica llewellyn lois lola lorena lorenzo loretta lori lorna lorraine
  lotte louisa lourdes lubna luca lucia lucien lucienne lucija lucille lucinda lucjan lucrecia lucy ludmila ludovic
  ludwig luigi luis luisa luise luka lukas lukasz lydia lyn lynda lynette lynne lyudmila maarten mabel maciej
  madeleine madeline madhu mads maeve mafalda magali magda magdalena maggie magnus maha maike maja malcolm
  malgorzata malika malin mallika mamadou mandy manfred manisha manjula manoj manolo manuel manuela mara marc
  marcela marcelo marcin marco mareike marek margaret margareta margarete margarida margarita margot margret
  margrethe marguerite maria mariam marianna marianne marie marieke mariela mariella marietta marija marika marilena
  marilyn marin marina mario marisa marisol marissa maritza marius mariusz mariya marjan marjolein marjorie marketa
  marko marleen marlene marlies marloes marsha marta marten martha martijn martina martine marwa marwan mary marzena
  masako matej mateo mateusz mathias mathieu mathilde matilda matteo matthias matthieu matti maura maureen mauricio
  maurizio maximilian maxine mazeda medha medina meera megan mehdi mehmet melanie melinda melissa mercedes mercy
  merete merve meryem mette mia michaela michal michel michelangelo michele michelle michiel michiko midori mieke
  miguel mihaela mihai mihail mikael mike mikhail mikko mikolaj milan milena milos mina ming mira miranda mireia
  mireille mirela miriam mirian mirjam mirjana mirko miroslav miroslava misaki mitra miyuki mladen modou moez
  mohamad mohan mohsin moira mojca molly mona monica monika monique monisha montserrat morag morten moses mostafa
  moussa mukesh munira murat muriel mwajuma myra myriam myrna nabil nabila nadezhda nadia nadine nadja nafisa nagesh
  nahid naima najat nalini namrata nana nancy nanette naoko naomi naparat narges nasir nasreen nasrin natacha
  natalia natalie natalija nataliya natascha natasha nathalie neelam neeraj neha nela nelly nenad nesrin ngozi
  nguyet nia niamh nick nicki nicola nicolai nicolas nicole nicoletta nidhi niels nigel nikhil nikita niklas nikola
  nikolai nikolaos nikolay nikolina nils nilufer nina nino nirmala nisha nita nitin njeri nkechi nkem noah noelle
  noemi noemie nora norbert noriko norma nour nuno nur nuria nurul obinna octavio odile ofelia oksana ola olaf olav
  oleg oleksandr olena olga olivera olivia olivier olufemi oluwaseun omolara ondrej orla ornella orsolya osama
  oswaldo otto ousmane oyvind ozlem pablo padma paivi paloma pam pamela paola paolo parisa parveen pascale pat
  patrice patricia patricio patrik patrizia patsy paula paulette paulina pauline paulo pavel pavla pawel pearl pedro
  peggy pelin penelope penny per perla pernille petar pete petra phil philippe pia pieter pietro pilar piotr pooja
  poonam prakash pratibha precious preethi preeti prem priscilla priti priya priyanka purnima quentin quynh rabia
  rachael rachel rachida rachna radek radka radmila radoslav radu rafael rafaela raffaele raffaella raghu rahel
  rahul raimund raj raja rajesh rajni raluca ramesh ramon ramona rana randi rania ranjana ranjit raoul raphael
  raquel rasa rasha rashida rasmus raul ravi razia rebecca reem reiko reina reinhard reinhold remi rena renata
  renate rene renee renu renuka reza rhoda rhona ricarda ricardo riccardo richa riikka riitta rijk rikke rima rina
  rini rita rob roberta roberto robyn rocio rodica rodolfo rodrigo rohan rohit rolf roma romain roman romana ron
  ronald ronny roopa rosa rosalba rosalie rosalind rosanna rosario roseline rosemary rosie rosita rosmarie roswitha
  roxana roxanne roya ruben rukhsana rune rupa rupert ruta ruxandra ryszard sabina sabine sabrina sadia saeed safia
  sagal sahar said saida saima saki sally salma salome salvador salvatore sam saman samantha sameer samina samir
  samira samson sana sandeep sandhya sandra sandy sangeeta sangita sanja sanjay sanna sanne santosh sapna sara sarah
  sarai sarita saskia satoshi saule savita sebastian selam selin selma semra serena serge sergei sergey sergio
  sergiy seyda shabana shabnam shadi shahid shahla shaista shakeel shakira shalini shanti sharada sharifa sharmila
  sharon shauna sheena shefali sheila shirin shirley shiv shiva shobha shoko shreya shruti shukri shweta sian
  siddharth sidonie siegfried sieglinde siew sigrid silke silva silvana silvia simona simone sinead sini siobhan
  siri sirpa slavica slavko slobodan smita sneha snezana sofia sofie solange solomon solveig somchai sonali sonia
  sonja sophie soraya soren sotirios soumya srdjan stacey stacy stanislav stavros stefan stefania stefanie stefano
  steffen stela stelian sten stephanie steve steven stina stine subhash sudha sue suhair sujata sukanya suki suma
  suman sumita sunil sunita suraya suresh surya susan susana susanna susannah susanne sushila susie suzan suzana
  suzanna suzanne suzy sven svetlana svitlana swati sybille sylvain sylvia sylvie szilvia taina takashi takeshi tal
  tamar tamara tamas tamika tania tanisha tanja tanya tara taras tarek tariq tarja tasneem tatiana tatjana tatsuya
  tatyana tawfiq tea teemu tendai teodora terence teresa teresita tereza tessa thandi thea thelma theo theodora
  theres theresa therese thi thierry thomais thorsten tiago tijana tilda tilman tim timea timo timothee timothy tina
  tiziana tobias toby tom tomas tomasz tomoko toni tonje tony torben tore tove tracey tricia trine trish trudy
  tsegaye tuija tuula tyrone uche uchenna uday ugo ugochukwu ulf ulla ulrich ulrika ulrike uma umar umberto unni urs
  ursa urska ursula usha uta ute uwe vaishali valentina valeria valerie valerio valeriya vanessa vania vanja varsha
  vasil vasiliki vasilios velma vendela venkat vera vero veronica veronique vesna vibeke vicky vidya vijay vikas
  vikram viktor viktoria viktoriya viliam vilma vimala vinay vincenzo vinod viola violeta violetta viorel vipin
  virginie vishal vita vito vittoria vittorio vivek vivian viviana vivien vivienne vlad vladimir vladimira vladislav
  vlasta vojtech volha volker volodymyr wael wafa wairimu waleed walid wambui wanda wangari wangui wanjiku wanjiru
  wenche wendel wendy werner wibke wiebke wilfred wilhelm wilhelmina willem willy wilma winfried winifred witold
  wojciech woldemar wolfgang wouter xavier xenia xiaoli xiaoming ximena yaa yael yana yann yannick yasemin yasmin
  yasmine yasser yasuko yaw yelena yesim yetunde yevgeny ygor yoko yolanda yolande yosef yoshiko yousef youssef yuki
  yulia yuliya yumi yunus yuri yves yvette yvonne zacharie zahra zaid zainab zaki zandile zara zbigniew zdenek
  zdenka zehra zeina zeljka zeljko zerihun zeynep zhanna ziad zina zinaida zita zlata zoe zoltan zoran zorica zsofia
  zsuzsanna zuzana zuzanna
`);

// Given names that are also frequent surnames or common words. They show that a name is a person's, but not the order
// of its words.
const AMBIGUOUS_NAMES = setOf(`
  aaron abdi abdullah abdullahi abraham adams ademola ahmad ahmed albert alexander ali allan allen amin amos andres
  angel anh ashley austin aziz bailey baker barry bashir basil bello benjamin bernard binh blake bradley brooke
  bruce bryan bryant cameron carey carson carter cecil chad chandra charity charles chen cheng chester chi ching
  christian clarence clark clay clifford clinton cody cole craig curtis dale dallas daniel darren david dawn dean
  denis devi dexter diallo dominguez donald douglas drew duc duke duncan dung earl edward elliot elliott emerson
  emery emma ernest eugene evan evans faith farah fatima feng ferguson floyd francis frank franklin frederick
  gabriel garba george gerald giang gilbert glen gloria gordon grace graham grant gray greer grey griffin gus ha hai
  hamid hamilton hanh harold harper harrison harry harvey hasan hassan henry herbert hien hieu hilary ho hoa hoang
  hong hope howard hua hugh hui hunter huong hussain hussein hyun ibrahim idris ignatius india ira irving isaac
  ismail israel ivy jack jackson jacob jade jae jake james jamie jamil jan jane jasmin jasper jay jerry jesse
  jessica ji jian jie jin jing joon jordan joseph joy jude jun june jung karim kelly kelvin kennedy kent kerry
  khalid khalil khanh kim kimberly kirk kofi kumar kumari kwame kyle kyung lal lambert lan lance lane laurel lauren
  lawrence lee lei leigh leo leonard leslie lester lewis lien lillian lily lin lincoln linda lindsay ling linh lloyd
  loan logan louis louise lucas luke lynn madison mahmood mahmoud mai malik mansour marcel marcus marion mark
  marshall martin marvin mason matthew maurice max maxwell maya mei melody mensah meredith michael miles milton min
  minh mitchell mohamed mohammad mohammed morgan morris muhammad murray musa mustafa na nam nasser nathan neil
  nelson ngoc nhung nicholas noel norman olive oliver omar oscar osman otis owen palmer park parker pascal patience
  patrick paul percy perry peter philip phuong pierre ping piper porter prasad preston prince princess qiang qing
  quang quinn rahim rahman ralph ram randall randolph randy rani rashid ray raymond regina reid rex reynolds richard
  riley robert robin rodney roger roland rose ross roy ruby russell ruth ryan saleh salem salim sami samuel sayed
  scott sean seo shane shannon sharif shaw shelby sheldon shelley sherman sidney silas simon singh skye son soo
  spencer stanley stella stephen sterling stewart stuart sulaiman sullivan summer sun sung sydney tahir taylor
  terrence terry thanh thao theodore thomas thu thuy ting todd tracy trang travis trevor trinity tristan troy trung
  tuan tyler valentine van vernon victor victoria vincent vinh virginia wade wallace walter warren wayne wei wesley
  whitney wilbur william willis wilson winston woo wyatt xiao xin xuan yan yi ying yong young yu yuan yun yusuf
  zachary zaman zhen
`);

/** Whether a piece consists of frequent given names: "Lori", "Jean-Pierre". */
export function isGivenName(text: string): boolean {
  const words = wordsOf(text);
  return words.length > 0 && words.every((word) => GIVEN_NAMES.has(word));
}

/** Whether a piece may be a given name, although it is often something else: "James", "Grace", "Hope". */
export function mayBeGivenName(text: string): boolean {
  const words = wordsOf(text);
  return words.length > 0 && words.every((word) => GIVEN_NAMES.has(word) || AMBIGUOUS_NAMES.has(word));
}
