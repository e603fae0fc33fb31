// Two word lists without accents in lower case, as `wordsOf` writes them. Vocabulary only, hence the length of this file.

/** Frequent given names that are seldom surnames. */
export const GIVEN_NAMES = `
  aare aarti aase abbie abdul abdulrahman abebe abel abhijit abigail abimbola achieng adaeze adam adanna adaobi ade
  adebayo adela adelaide adele adelino adem ademir adilson adina aditi aditya adnan adolfo adriaan adrian adriana
  adriano adrienne afua agata agatha agita agne agnes agneta agnieszka agron ahmet aida aigars aigerim aigul aija
  aila aileen aili aimee aina ainars aine ainhoa aino ainura airton aisha aisling aislinn aiste aitor aivar aivars
  aizada ajay ajit akemi akiko akinyi akira akmal akos akosua akvile alain alaitz alan alana alasdair alastair alba
  alban albana alberto alcides alcinda aldana aldo alec aleix alejandro aleksandar aleksander aleksandra alena ales
  alessandra alessandro alessia alex alexa alexandra alexandre alexandru alexei alexis alfio alfonso alfredo
  algirdas alice alicia alicja alina aline alisher alison alistair alla allison alma almaz almir almudena alok altin
  alvaro alyssa alzbeta amadou amaia amaka amalia amanda amara amarachi amartya amber ambra ambreen amela amelia
  amelie amina aminata amir amira amit amitava amparo amrita amy ana anabel anabela anahi anahit anamaria anara
  anastasia anastasiia anastasiya anatoliy anatoly anca ander anders andra andrada andras andre andrea andreas
  andreea andreia andrej andrew andrii andris andrius andriy andrus andrzej andy aneela anelise anette angela
  angelica angelina angelo angelos angie angus anibal anika aniko anil anindita anish anita anja anjali anjana anke
  ann anna annabel annabelle anne annegret anneke anneli annelie annelies anneliese annemarie annette anniina annika
  annita anouk anselm anssi antanas antero anthony antje antoine antoinette anton antonella antonia antonieta
  antonietta antonio antonis antti anu anuja anupama anuradha anush anusha anwara anzor aoife aparecida aparna
  aphichat apinya april apurva arabella araceli araks aram arantxa arantza aras arben archana ardita ari arian
  ariana arild arja arjun arlete arlindo arman armando armen armend armin armindo armine arnaud arne arnulfo arpine
  arta artak artan artem artemio arthur arto arturas arturo arun arunas arvid arvids arvind arvo asbjorn asel asem
  asha ashish ashleigh ashok ashraf ashwini asier asif askar asma asta astghik astra astri astrid astrit athanasios
  athena audra audrey audrius audrone augusto aulikki aurea aurel aurelia aurelie aurelija aurimas aurora ausra
  avtandil ayako ayesha aygun ayinde aylin ayomide ayse aysegul aysel azadeh azamat aziza azra azubuike azucena
  babatunde baiba bakhtiyar bakhtiyor bakyt bandana banu barbara bardhyl barnaby barnali bart bartlomiej bartosz
  basak bassam bayo beata beate beatrice beatrix beatriz becca beccy becky bedrich begona beka bela belen belinda
  belkis benedetta benedict benedikt benedita beniamino benita benoit bente benvinda beril berit berna bernadett
  bernadette bernardo bernd bernice bernie berta bertha bertrand besik besnik bess beth bethan bethany betsy bettina
  betty beverly bezawit bhavna bianca biddy bijoy bilal biljana bilkis bill bina birgit birgitt birgitta birgitte
  birute biswajit bjorn blanca blanka blazena blerim blerta bob bodil bogdan bogdana bogna bogumila boguslaw bohdan
  bohdana bohumil bohumila bojan bolaji bolanle bolot bongani bonnie boonlert boris borislav boryana bosse botagoz
  boyko bozena brad branislav branka braulio bree brenda brendan bretislav brett brian briana brianna bridget bridie
  brigid brigida brigitte britney britt britta brittany bronwyn bruna brunhilde bruno bryony bukky bukola burcu
  burim burul bushra busisiwe buyisiwe caio caitlin caitriona camelia camila camilla camille camilo canan candace
  candice cara carina carissa carita carl carla carles carlo carlos carlota carly carme carmel carmela carmen
  carmina carol carole carolina caroline carolyn carolyne carrie carsten caryn cass cassandra cassia cassie catalina
  catarina caterina cathal catherine cathrine cathy catriona cecile cecilia cecilie cecilio cedric celeste celestina
  celia celina celine celso cemal cengiz ceren cesar cezara chalermpol chanida chantal charlene charlie charlotta
  charlotte cheikh chelsea chenai cherie cheryl chhaya chiara chibuike chibuzo chidera chidi chidiebere chidinma
  chiedza chieko chigozie chika chikodi chimamanda chinasa chinedu chinelo chinenye chinonso chinwe chinyere chioma
  chipo chitra chiyo chizoba chizuko chloe cholpon chris chrissie christa christabel christel christelle christer
  christiane christina christine christof christoph christophe christopher christos christy chuck chuka chukwudi
  ciara ciaran cihan cindy cintia cinzia ciro claire clara clare clarissa claude claudemir claudette claudia claudie
  claudine claudio claudiu cleide clemencia clemens clement cliona clodagh clotilde clovis colette colin colleen
  concepcion connie conny conor constanta consuelo cordula corentin corina corinna corinne cornelia cornelius
  corrado cosimo cosmin costas cristian cristiana cristiane cristiano cristina cristobal csaba csilla cynthia cyril
  dace dagmar dagny daiga dainis dainius dainora daiva dalia dalila dalva damaris damian damien damilola dan dana
  danica daniela daniele danielle danilo danuta danylo daphne dapo daria darina dario darius dariusz darko darya
  dato dave davide davit dawit dayo dayse debbie debora deborah debra declan deepa deepak deepika deepti deirdre
  delfina delia delphine demetrio denisa denise dennis derek dermot derya desiree desislava desmond despina detlef
  dhananjay diana diane dianne didier diego dieter dietmar dilbar dilcia dilfuza dilip dilruba dilshod dimitar
  dimitra dimitri dimitrina dimitrios dimitris dina dinara dinesh dipak dipika dirk dita divya dmitri dmitry dmytro
  doina dolapo dolores dolors domenico dominic dominik dominique domitila don donatas donatella donna donnacha dora
  doreen dorin dorina doris dorota dorothea dorothee dorothy dorte doug dougal dovile dragan dragana dragos
  drahomira drita dritan driton dulce dumisani dunja dusan dylan dzintra eamon eamonn ebele ebere eberechi ebony
  ebru ebun ebunoluwa ecaterina echezona edda eddie edgar edgardo edgars edilene edin edina edit edita edith editha
  edlira edmilson edmond edmore edmund edmundo edna ednaldo edouard edson eduard eduardo edurne eduviges edwin
  edwina eero eeva efosa efrain efua eghosa egidijus egidio egils egita egle eija eila eileen eili eilis eimantas
  eimear einar eirik eirini eithne ejiro ekaterina ekaterine ekkehard eladio elaine elchin eleanor eleazar elena
  eleni eleonora elfriede eliane elif elin elina elinor elira elisa elisabet elisabeth elisabetta elisangela elise
  eliseo eliska eliso elita eliza elizabeth elke ella ellen elli ellie elma elmar elmer elmira elnur elodie eloisa
  eloise elona elsa elsebeth elsie elspeth elva elvana elvia elvira elza elzbieta emanuel emanuela emeka emel
  emeline emer emil emile emilia emiliano emilie emilio emily emina emine emmanuel emmanuelle emperatriz emre enda
  endre eneko enes eniko enitan enkeleida enric enrica enrico enrique entela enza enzo ercan ercilia erendira erhan
  eric erica erich erik erika eriko erin eriona erja erjon erkin erkki erland erlinda erling ermanno ermira ernesto
  erno erwin erzsebet esbjorn eseosa esko esma esmeralda esohe esosa esperanza esra esteban estela estelle ester
  esther estibaliz estrella eszter etelka eteri ethel etienne etleva eufemia eugen eugenia eugenio eulalia eunice
  euphemia eusebia eusebio eva evandro evangelia evangelina evangelos evelia evelina evelyn evelyne evgeni evgenia
  evgeny ewa ewelina ezequiel ezgi ezinne ezinwa ezra fabian fabiana fabien fabienne fabio fabiola fabrice fabrizia
  fadi fadia fadila fahad fahrudin faisal faiza fanny farai farangis farhan farhana fariba farida farrukh farzana
  fatema fatih fatiha fatin fatma fatmir fatos fatou fatoumata faustina fauzia federica federico felicia feliciano
  felicity felipe felix felizarda femi ferdinand ferdous fergal fergus feride ferminio fernanda fernando feruza feyi
  fidel fidelina fikret filip filipa filippo filiz filomena filomeno fiona fiorella firuza flaminia flavia flavio
  flora florence florent florentina florian florin florina florinda flutura folake folasade fotini fran franca
  frances francesca francesco francine francisca francisco franck francois francoise frankie frantisek franz
  franziska fred freda freddy frederic frederica frederico frederik frederique fredrik freya frida friederike
  friedhelm friedrich fritz frode fruzsina fulvia fulvio fumiko funda fungai funke funmi funmilayo furkat gabi
  gabija gabina gabor gabriela gabriele gabriella gaby gaelle gaetan gaetano gagik gail galina gamze ganesh garbine
  gareth garik garikai garima garth gary gautam gavin gayane gayatri gbemisola gcobani gediminas geert geeta geetha
  gelu gemma gena genc gene genevieve genilda genoveva genowefa gentiana geoff geoffrey georg georges georgeta
  georgi georgia georgina georgios geraldine geraldo gerard gerardo gerd gerda gergana gerhard gerli gerlinde
  germaine gerrit gerry gert gertrude gertrudis gesa gesine gevorg geza gezim ghada ghislaine giacomo giada
  gianfranco gianluca gianmarco gianna gianni giedra giedre giedrius giga gilberto gilda gilles gillian gilmar gina
  ginette ginika ginka ginny gintaras gintare giorgi giorgia giorgio giorgos giovanna giovanni girma gisela gisele
  gita gitanjali gitta gitte giulia giuliana giuliano giuseppe giuseppina givi gizella gizem gladis gladys glenda
  glenn glenys gocha goda godofredo goga gohar gokhan gonca gonzalo goran goril gorka gosia gottfried graca graciela
  graciete grazia graziella grazyna greg gregor gregory greta gretchen grete grigor griselda grzegorz guadalupe
  gudrun gugu guido guilherme guillaume guillermina guillermo gulay gulbahor gulcan gulchehra gulnara gulnora
  gulnoza gulsara gulsen gulshan gulzat gunda gunel gunilla gunnar gunta guntars gunvor guofu guoqiang guram guri
  guro gustaf gustavo guy guzal gwen gwenael gwendolyn gwyneth gyorgy gyula habib habiba hadia hadija hadiza hafsa
  haifa haile haiyan hajnalka hakan hala haldun halil halima halina halvor halyna hana hanan hanane haneen hanna
  hannah hanne hannele hannelore hannes hannu hans harald hari haris harpreet harri harriet harsh hartmut haruka
  haruki haruko hasina hasmik hatice hattie havard havel haya haydee hayk hayley hazel heather heba hector hedi
  hedvika hedwig hege heghine heide heidemarie heiderose heidi heike heikki heiko heiner heini heinrich heinz helder
  helen helena helene helga helge heli helina helio helle helmut heloisa hemlata hend hendrik henk henri henrietta
  henriette henrik henryk herdis heribert heriberto hermann hermelinda hermenegildo herminia hernan hernando hertha
  herve hetty hiba hideki hilda hilde hildegard hilkka hillary hille hina hiroko hiroshi hisham hiwot hjalmar holger
  holly hongmei honorata honorine horacio horia horst hortensia hossein houda hovhannes hranush hristo hrvoje hubert
  hugo huguette huiling hulda humaira humberto husam hynek hyunjung iago iain ian ibolya ibrahima ibukun ida idalia
  idoia ieke ieva ifeanyi ifeoluwa ifeoma ignacio igone igor ihor iida iivi ijeoma ika ikechukwu iker ikram ilaria
  ilda ildiko ileana ilga ilgar ilhan ilia iliana ilir ilira iliyana ilka ilker ilkka ilmar ilmars ilona ilse ilze
  iman imane imanol imants imbi imelda imke imma imogen imran inaam inacio inaki inara indira indra indrani indrek
  ineke ines inese ineta inga inge ingebjorg ingeborg ingela inger ingo ingrid ingrida inguna ingunn ingus ingvild
  inigo inkeri inmaculada intissar ioana ioanna ioannis iolanda iona ionela ionut ipek iqbal iracema irada iraida
  irakli irati iratxe irena irene irfan irina iris irja irma irmgard iryna isa isabel isabela isabella isabelle
  isadora isaias isam isaura ishaan ishita ishrat isidro isilda isla ismael isobel isolde isotta istvan itohan
  itsaso itxaso itzel itziar iulia iulian iva ivailo ivan ivana ivane ivanka ivar ivars ivaylo ivelina iveta ivete
  ivett ivette ivo ivona ivone ivonne iwona iyabo iyore izabela izaskun izzy jaak jaakko jaan jaana jaanus jaap
  jacek jacinta jackie jacky jacopo jacqueline jacquelyn jacques jacqui jadwiga jahanara jaime jair jakob jakub
  jamal jamila jamshed jamshid jana janaina jandira janek janelle janet janeth janette janez janice janie janina
  janine janis janna janne janneke jannie jannike jantien jantine janusz japke jaqueline jarkko jarmila jarmo
  jaromir jaroslav jaroslava jaroslaw jarunee jasmina jasmine jasminka jason jaume javier jaya jayanta jayanti jayne
  jazmin jean jeanette jeanie jeanne jeannette jeff jeffrey jekabs jelena jemima jenna jenni jennie jennifer jenny
  jeno jens jeremy jeroen jerome jeronimo jerri jerzy jesper jess jessenia jessie jesus jeta jetske jette jianguo
  jianhong jide jihane jill jillian jim jimmy jindra jindrich jindriska jinling jiraporn jiri jirina jitka jo
  joachim joan joana joann joanna joanne joao joaquim joaquin jocelyn jocelyne jochen jodi jodie jody joel joelle
  joelma joerg johan johann johanna johannes john johnathan johnny joke jokin jolan jolanda jolanta jolita jon jonas
  jonathan jone jonny joost jordana jordi jorg jorge jorgelina jorgen joris jorma jose josef josefa josefina josep
  josephine josette josh joshua josiane josie josje jostein josu josue josune jouko jovana jovita joyce jozef jozsef
  juan juana juanita juarez judi judit judith judy juergen juha juho jukka julia julian juliana juliane julianna
  julianne julie julien juliet julieta juliette julio julita julius jumana jumoke junko juozas jurate jurga jurgen
  jurgita juri juris jussi justas justin justina justine justyna jutka jutta jyldyz jyoti jyotsna jyrki kaare
  kaarina kacper kadri kai kaia kaido kaija kairi kaisa kaisu kaitlyn kaja kajsa kakha kalev kalevi kalina kalle
  kalpana kamal kamala kamelia kamil kamila kamran kanat kanchana kaniz kannika kare karel karen kari karima karin
  karina karine karl karla karlis karlygash karol karola karolina karoline karolis karsten karthik kaspars kasper
  katalin katarina katarzyna kate katelyn katerina kateryna katharina katharine katherine kathleen kathrin kathryn
  kathy kati katia katie katiuska katja katre katri katrin katrina katy katya kauko kavita kavitha kawthar kay kaye
  kayla kayoko kazimieras kazimierz kazuko kees kehinde keiko keisha keith kelechi kellie kemal kemi ken kenechukwu
  kenichi kenji kenneth kenny kerri kersti kerstin kert kesiena kestas kestutis ketevan keti kevin khadija khaled
  khalida khanyisile khatuna khawla khethiwe kholoud khurshed kiera kieran kimberley kimmo kiran kiril kirsi
  kirsteen kirsten kirsti kirstie kirsty kitty kiyoko kjell kjersti kjetil klaas klara klaudia klaus koba koen koji
  koldo konrad konstantin konstantinos konstanze konul kornelia kosisochukwu kostadin kostas krasimir krasimira
  krassen krassimira kris krista kristaps kristel kristen kristi kristian kristie kristiina kristin kristina
  kristine kristjan kristo kristof kristy kristyna kriszta krisztian krisztina kritaya krystian krystyna krzysztof
  kseniya kubat kubra kudakwashe kudzai kujtim kulli kumiko kunle kurt kveta kvetoslava kwabena kwaku kyllikki kyoko
  lachezar lachlan lada ladislav laetitia laia laila laima laimdota laimute lakshmi lali lalita lamia lanfranco
  lanre lara larisa larissa larry lars larysa lasha lasma lasse latifa lauma laura laureano laurence laurent lauri
  laurie laurynas lavinia layla lea leah leandro leanne lebohang lech leda leena leho leidy leif leila leire lejla
  lekan lela lembit lena lenka lennart lenuta leon leona leonardo leonie leonor leonora leontien leopold leopoldo
  lerato lesley lesya leszek leticia letitia letizia levan levente leyla lia liam liana libby libor liborio libuse
  lida lidia lidija lieke liene liesbeth lieve liezl ligaya ligia lihua liia liina liis liisa liisi lijana lijuan
  lika lila lilia liliam lilian liliana lilit lilla limpho lina linas lindiwe lindsey linnea lionel liridon lisa
  lisandro lisbet lisbeth lise liselotte liudas liudmila liutauras liv livia liviu liz liza lizbeth lizeth lizzie
  ljiljana ljubica llewellyn llorenc lluis lluisa loes loic lois lola lolita lonneke loredana lorelei lorella lorena
  lorenzo loreta loretta lori lorna lorraine lothar lotte lottie louisa louisette lourdes loveth luan luana lubna
  lubomir lubos luca lucero lucette lucia lucian luciana luciano lucica lucie lucien lucienne lucija lucilla lucille
  lucinda lucja lucjan lucrecia lucy lucyna ludek ludivina ludmila ludovic ludvig ludwig ludwik ludwika luella luigi
  luigina luis luisa luise luiza luka lukas lukasz luljeta luminita lumturi lungile luningning lupe lurdes lusine
  luuk luzmila luzviminda lydia lydie lyn lynda lyndsey lynette lynne lynsey lyubomir lyudmila lyudmyla maaike
  maarit maarja maarten mabel macarena machteld maciej madalina maddalena maddie madeleine madeline madhu madina
  mads maeve mafalda magali magaly magda magdalena maggie magnhild magnus maha mahmuda mahmut maia maialen maider
  maie maija maike mairam maire mairead maisa maisie maite maja majlinda makoto malathi malcolm malee malgorzata
  malika malin malini malkhaz malle mallika mamadou mamello mamuka manal manana mandla mandy manfred mangala manisha
  manju manjula manoj manolo manon mantas mantsopa manuel manuela mara marat marc marcela marcelina marcella
  marcelle marcelo marcia marcin marcio marco mareike marek maren marga margaret margareta margarete margarida
  margarita margaux margery margherita margit margo margot margreet margret margrethe margriet marguerite margus
  mari maria mariagrazia mariam mariami mariana mariangela marianna marianne maribel maricel maricruz marie marieke
  mariela mariella marietta marija marije marijke marijn marika mariko marilena marilou marilu marilyn marin marina
  marinela marinella mario mariola maris marisa marisela marisol marissa marit marita marites maritza marius mariusz
  marivic mariya marja marjan marjolein marjolijn marjorie marju marketa markku marko markus marla marleen marlen
  marlene marli marlies marloes marlou marluce marnie marsha marta marte marten martha martijn martina martine
  martins martti maruja marwa marwan mary maryann maryna maryse marzena masako mascha massimiliano massimo matej
  mateo mateus mateusz mathias mathieu mathijs mathilde mati matilda matilde mats mattana matteo matthias matthieu
  matti maud maura maureen mauri mauricio maurizio mavis mavluda maximilian maxine mayra maysa mazeda mechthild
  medea medha medina meelis meena meenakshi meera megan meghan mehdi mehmet mehriban meike meiling melanie melba
  melida melinda melissa meltem menno merab meral merce mercedes mercy merel merete meri meric merita meritxell
  merja mersiha merve meryem meryl mesrop mette mher mia micaela micah michaela michal michel michela michelangelo
  michele micheline michelle michiel michiko midori mieczyslaw miek mieke migena miguel mihaela mihai mihail mihkel
  miia miikka mika mikael mike mikel mikhail mikheil mikk mikkel mikko miklos mikolaj milada milan mildred milena
  milica miljana millicent millie milos miloslav miluse mimi mimoza mina mincho mindaugas mindy minerva ming mingxia
  minna minnie miquel mira miranda mircea mireia mireille mirela mirella miren mireya miriam mirian mirja mirjam
  mirjana mirka mirko miroslav miroslava miroslaw miroslawa mirsad mirta mirtha mirza misaki mitra miyuki mizanur
  mkrtich mladen modou modupe moez mohamad mohan mohsin moira mojca mojisola moleboheng molly momchil momcilo mona
  monia monica monika monique monisha montserrat moonika morag morenike morna morten moses mostafa mouna moussa mpho
  mridula mudite muge muhabbat muhittin mujde mukesh muna munira munyaradzi murat muriel murilo mwajuma mykhailo
  mykola mykolas myra myriam myrna mzia nabil nabila nada nadege nadezhda nadia nadine nadiya nadja nafisa nagesh
  nahid nahla naima najat najwa nalini namrata nana nancy nanda nandi nandini nandita nandor nane nanette nani naoko
  naomi naparat napat nara narcisa narges nargis nargiza narine nasir nasreen nasrin nata natacha natalia natalie
  natalija nataliya natalya natasa natascha natasha natela nathalie natia natividad nato nattaya naveen nawal nayla
  nazgul nazma nazrul nazzarena ndidi nebojsa necati nedyalka neelam neelima neeraj neeta neha nekane nela nele
  nelida nelly nenad nenita nerea nerijus neringa nermin nery neslihan nesrin nestor neus neusa nevena nevenka
  nevila nexhmije ngozi nguyet nia niall niamh nick nicki nicky nicola nicolai nicolas nicole nicoleta nicoletta
  nida nidhi nidia niek niels nienke nigar nigel nighat nigina nigora nihad nihal niina nijole nika nikhil nikita
  nikki niklas niko nikola nikolai nikolaos nikolay nikolett nikolina nikos nilanjana nilay nilda nilgun nils nilson
  nilufar nilufer nina nino nipa nirmala nisha nita nitin niyi njeri nkechi nkem nkemdilim nkiru nkiruka nkosazana
  nnamdi nneka nnenna noah nodar nodira noeleen noelia noelle noemi noemie noha nokuthula nomalanga nomathemba
  nomatter nombulelo nomfundo nompumelelo nomsa nomvula nona nonhlanhla nonso noora noortje nora norbert norberto
  noreen noriko norma normunds nosa nosakhare nosipho nouf nour noura noxolo nthabiseng ntombi ntombizodwa ntsoaki
  nuala nubia nugzar nune nuno nupur nur nuray nurbek nurcan nurdan nurgul nuria nurlan nurul nvard nwakaego
  nyaradzo nyasha oana obdulia obiageli obinna obioma octavian octavio odalys oddbjorn oddvar odile odion ofelia
  ogechi ogechukwu ogheneovo oghogho ognjen ognyan oihana oili oksana ola olabisi olaf olajumoke olatz olav olayinka
  oleg oleh oleksandr oleksandra oleksii oleksiy olena olev olga olgierd olha olimpia olivera olivia olivier olli
  ollie olof olubunmi oluchi oludare olufemi olufunke olufunmilayo olukemi olusegun oluseyi oluwaseun omaira omayma
  omolara omoruyi omotola ondrej onni onyeka onyinye oona oonagh orapin orfelina orhan orietta oriol orla orlaith
  orlando ornella orsi orsolya ortrud osama osaretin osazee oscarina osita oskars osmo ostap oswaldo otakar otar
  otilia ottavia ottavio otto ousmane outi ovidiu oysha oystein oyvind ozana ozge ozgur ozlem paata paavo pablo
  padma paivi palesa palle paloma pam pamela panagiotis panu paola paolo paramita parisa parveen parvina pascale
  pascaline pasi pasquale pat patcharin patrice patricia patricio patrik patrizia patrycja patsy patty paula
  paulette paulien paulina pauline paulo pavel pavla pavlina pavlo pawel pearl peder pedro peeter peggy pekka pelin
  penelope penny pentti per perla perlita pernilla pernille perttu petar pete peteris petr petra petras petri
  petrina petrona petros petruta petteri petya phatchara phil philippa philippe phillip phillipa phindile phoebe
  phumzile phyllis pia pien piera pierangela piergiorgio pierluigi pierpaolo pierrette pieter pietro piia pilar
  pille pilvi pimpawun pina pinar pinky piotr pippa piret piritta pirjo pirkko piroska plamen polly pompilio pooja
  poonam porfirio pornpimon povilas pradeep prakash pramila pramod pratibha preben precious predrag preethi preeti
  prem premjai premysl priit priscila priscilla priti priya priyanka procopio prue przemyslaw puja puleng pumla
  purnima pushpa qiaoling quentin queralt quintin quynh rabab rabia rachael rachel rachida rachna radek radha radim
  radka radmila radomir radoslav radoslava radoslaw radovan radu rafael rafaela rafal raffaele raffaella rafiqul
  raghda raghu ragna ragnar ragne ragnhild rahel rahul raija raili raimo raimondas raimonds raimund rainer raisa
  raivis raivo raj raja rajeev rajesh rajni rakesh ralf ralitsa raluca ramesh ramil ramiro ramon ramona ramunas
  ramune rana randa randi rangsima rania ranjana ranjit raoul raphael raphaelle raquel rares rasa rasha rashad
  rashida rashmi rasma rasmus ratchanee rati ratko rauha raul ravi ravshan rawan razia razvan rebeca rebecca rebekah
  reelika reem refilwe regine regis rehana reidun reijo reiko reina reinaldo reinhard reinhold rejane reka rekha
  remedios remi remigio rena renata renate renato rene renee renu renuka renzo revaz reyna reza rezarta rezo
  rhiannon rhoda rhodora rhona rhonda rianne ricarda ricardas ricardo riccardo richa rick rigoberto riikka riina
  riitta rijk rikard rikke rima rimantas rina rini rita ritva roald roar rob robbie roberta roberto robyn rochelle
  rocio rodica rodolfo rodrigo roel roeland roelof rogelio rohan rohini rohit rokeya roksana rolandas rolando rolf
  roma romain roman romana romanita romelia romina romualdas ron ronald ronke ronnie ronny roopa rosa rosalba
  rosaleen rosalia rosalie rosalind rosalinda rosalva rosalyn rosamund rosana rosane rosangela rosanna rosario
  rosaura roseanna roseanne roseline roselyne rosemarie rosemary rosi rosie rosina rosita rositsa roslyn rosmarie
  rossana rossella rostislav roswitha rotimi rowena roxana roxanne roya ruba ruben rubi rubicelia rubina rudi
  rudiger rudite rudo rukhsana rukhshona rukmini rumbidzai rumen rumyana rune rupa rupert ruperta ruprecht rusi
  ruslan ruslana rusudan ruta rutendo rutilio ruud ruvimbo ruxandra ruzanna ruzena ryszard saadia saara sabina
  sabine sabrina sachiko sade sadia sadie saeed safaa safia sagal sahar said saida saija saima sakari saki salla
  salli sallie sally salma salome saltanat salvador salvatore salwa sam sama samah saman samanta samantha sameer
  samia samina samir samira samson samuele samvel sana sanda sandeep sander sandhya sandra sandrine sandro sandy
  sanela sangeeta sangita sanja sanjay sanna sanne santa santeri santosh saodat saoirse saori sapna sara sarah sarai
  sargis sarita sarka sarmite sarolta sarunas sasa sasha saskia satenik satoshi satu saule saulius saverio savita
  savo sawsan sead sebastian sebastiano sebastien seda sedef seema segolene segun seija sekai selam selcuk selen
  selene selin selma sema semir semra senad senem seppo serafina serap serdar serena serge sergei sergey sergi
  sergio sergiu sergiy serhii serhiy serkan settimio seun sevda severine severino sevgi sevil sevim sevinj seyda
  seyi sezen shabana shabnam shadi shahid shahla shahlo shaima shaista shakeel shakhnoza shakira shalini shalva
  shamiso shanta shanthi shanti shaohua sharada sharifa sharlene sharmila sharmistha sharon shauna sheena shefali
  sheila shelagh shelly sherri sherry sheryl sherzod shingai shirin shirley shiv shiva shkelzen shobha shoira shoko
  shola shona shorena shpresa shreya shruti shukhrat shukri shushan shweta sian sibel sibongile sibusiso siddharth
  sidonie sidsel siegfried sieglinde siegrid sietske siew sifiso sigbjorn sigita sigitas sigmar sigrid sigrun siham
  siim siiri silja silje silke silva silvana silvano silverio silvia silvija silvina silviu simbarashe simi simona
  simone simonetta sindiswa sinead sini sinikka sintija siobhan siphiwe sipho siranush siri sirikorn siriporn sirje
  sirkka sirpa sissel sitora sizwe sjaak sjoukje skaidrite skaiste skender slavica slavka slavko slawomir slobodan
  smita sneha snezana sochima sofia sofie sofiya soha sola solange solene solomon solve solveig solveiga solvita
  somchai sompong somsak sonali sonia sonja sonya sophia sophie sophio sopho soraya soren sorin sorina sotirios
  souad soumya spyros srdjan srinivas stacey stacy stanimir stanislav stanislava stanislaw stanislawa stasys stavros
  steef stef stefan stefania stefanie stefano steffen steffi stefka steinar stela stelian stelios sten stepan steph
  stephane stephanie steve steven stevie stig stijn stina stine stoyan sture suad subhash suchada suchart sudha sue
  sueli suhad suhair sujata sukanya suki sukran suma sumalee suman sumita sunee sunil sunita supang supaporn
  surapone suraya sureeporn suresh surya susan susana susann susanna susannah susanne sushila susie sutapa suvi
  suwanna suyapa suzan suzana suzanna suzanne suze suzie suzy svein sven svenja svenn svetla svetlana svetlin
  svitlana swantje swapna swati sybil sybille sybren sylvain sylvaine sylvia sylvie sylwia synnove szabolcs szilard
  szilvia szymon taavi tabitha tadas tadeusz tafadzwa tahmina taimi taina takashi takeshi tal talant tamar tamara
  tamas tamika tamila tammy tamsin tamta tanaka taneli tania tanisha tanja tanushree tanvi tanya tapan tapani tapio
  tapiwa tara taras tarek tariq tarja tarjei tarmo taru tarvo tasha taslima tasneem tatenda tatevik tatiana tatjana
  tatsuya tatyana taurai tawanda tawfiq tayo tea tebello teboho tecla teemu telma temitope tendai tengiz teodora
  teodoro teofil teofilo teona terence teresa teresinha teresita tereza terezinha terhi teri terje tero terri tess
  tessa tetiana tetsuo tetyana teun teuta thabiso thabo thaddeus thais thanakorn thanasis thandeka thandi thandiwe
  thanos thato thea thelma themba thembeka thembi theo theodora theophile theres theresa therese thi thiago thibault
  thierry thijs thomais thor thorbjorn thorleif thorsten tiago tiantian tiberiu tibor tiffany tigran tiia tiina tiit
  tiiu tijana tilda tilman tim timea timo timothee timothy timur tina tinashe tinatin tine tineke tinotenda tirso
  tiziana tiziano tobi tobias toby tochukwu toini toivo tokunbo tolgonai tolu tolulope tom toma tomas tomasz tommaso
  tommi tommy tomoko toms toni tonia tonino tonis tonje tonu tony tonya toomas toos tope topi torben torbjorn tore
  torgeir torill torkel torleif tormod tornike torstein torsten torunn toshio tove toyin tracey traudl trees tricia
  triin triinu trijn trijntje trine tripti trish trisha trond trudi trudy truls truus trygve tsegaye tsepo tsering
  tshepo tshering tsitsi tsvetan tsvetelin tsvetelina tugba tuija tulin tumelo tunde tuomas tuomo tural turid tuula
  tuva tyrone tzvetomira uche uchenna uday ufuk ugis ugne ugnius ugo ugochi ugochukwu ugonna ukamaka uldis ulf ulla
  ulle ulrich ulrika ulrike ulugbek ulvi ulviyya uma umar umberto umida unai unathi unni uriel urmas urmila uros urs
  ursa urska ursula urszula urte urve usha uta ute uwe uxue uzoamaka uzochukwu uzoma vaclav vadym vahan vahe vahur
  vaida vaidotas vaike vaira vaishali vaiva vakhtang valbona valda valdas valdemaras valdete valdis valdur valentina
  valentyna valeria valerie valerio valeriu valeriy valeriya valters valtteri vandana vanessa vania vanja vanni vano
  varaporn vardan vardui varsha vasco vasil vasilena vasilica vasiliki vasilios vasilis vassilis vasyl vazgen vazha
  veaceslav vedrana vegard veijo veikko veiko velichka velislava veljko vello velma velta vendela vendula venkat
  venla vera verena verica verna vero veronica veronika veronique vesa veselin veselina vesna viacheslav vibeke vica
  vicenta vicente vicki vicky victorina vidar vidya vigdis viggo viire vija vijay vikas vikram viktor viktoria
  viktorija viktoriya vilde vilem viliam vilija vilja ville vilma vilmos vilnis vimala vimbai vinay vincente
  vincenzo vinod viola violaine violeta violetta viorel viorica vipin virgilio virginie virginija virpi virva vishal
  vita vitezslav vito vittoria vittorio vivek viveka vivian viviana viviane vivien vivienne vjollca vjosa vlad
  vladan vladimir vladimira vladislav vladislava vlasta vlastimil vojislav vojtech volha volker volodymyr vugar vusi
  vytautas vytenis wael wafa wairimu waldemar wale waleed walid waltraud wambui wanchai wanda wangari wangui wanjiku
  wanjiru wassila weihong weimin wenche wendel wendelien wendy wenjing werner weronika wibke wichai widad wiebke
  wies wiesje wieslaw wieslawa wietske wiktor wiktoria wilai wilfred wilfredo wilfried wilhelm wilhelmina willeke
  willem willemijn willy wilma wilmer wimol wincenty winfried winifred winnie wioletta witold wladyslaw wojciech
  woldemar wole wolfgang wolfram wouter xabier xavi xavier xaviere xenia xhevdet xiaohong xiaoli xiaoming xiaoyan
  ximena xiomara xochitl yaa yadira yael yamileth yana yanet yanhong yanira yanko yann yannick yannis yanping yara
  yaroslav yaroslava yasemin yasmin yasmina yasmine yasser yasuko yavor yaw yeghishe yelena yemi yemisi yenny
  yesenia yesim yessica yetunde yeukai yevgeny yevhen yewande ygor yinka ylli ylva yngve yohana yoko yolanda yolande
  yongping yongyuth yordan yordanka yosef yoshiko yousef youssef yuhua yuki yulia yuliya yumi yunus yuri yuriko
  yuriy yusra yves yvette yvon yvonne zaal zacarias zacharie zahra zaid zaida zainab zaki zamir zamira zana zandile
  zane zanele zara zarina zarrina zaruhi zaur zaza zbigniew zbynek zdena zdenek zdenka zdravko zdzislaw zebo zehra
  zeina zeinab zeljka zeljko zenaida zenon zenta zerihun zerrin zeynep zhanna zhenzhen zhihong zhivka zhivko zhiwei
  ziad zigmars zina zinaida zineb zinta zita zivile zlata zlatko zodwa zoe zofia zoila zola zoltan zora zoraida
  zoran zorana zorica zornitsa zoya zsofia zsolt zsuzsa zsuzsanna zsuzsi zuhal zukiswa zulaikho zulal zulema zulfiya
  zulfugar zulmira zurab zurine zuzana zuzanna zydrunas zygmunt
`;

/** Given names that are also frequent surnames, second names, or words. */
export const AMBIGUOUS_NAMES = `
  aaron abdi abdikadir abdirahman abdirashid abdoulaye abdullah abdullahi abeba abena abla abraham ada adama adams
  ademola adhiambo adjara adjoa adwoa affoue afi afia afzal agus agyeman ahmad ahmed ahou aissata aissatou akhtar
  aki akissi akofa akoth akua akwasi alassane albert alejo alexander ali alioune allan allen ama amani amath amenan
  ami amin amjad amoin amos anand ananda andres ane angel anh ani anwar anyango apiyo ara araba arame ariel arif
  arnau ashley assane assetou aster astou atieno atif aud auma aung austin ava awa awino awuor ayaan ayan ayaz aye
  ayodele ayu ayub aziz baaba babacar badara bailey bakary baker balazs bambang baraka barb barry basharat bashir
  basil behar bekele belaynesh bello benjamin berhane bernard bernat bernhard bert besa bharat bharati bhaskar
  bineta binh binta bintou birame birhanu biruk blake bledou bodo bopha borey boubacar bradley brooke bruce bryan
  bryant budi bulent bupe burak burkhard cal cameron candida carey carson carter cat catalin cecil celestino cem
  chad chanda chandra chanthol charity charles chebet chege cheick chen chenda cheng chepkemoi chepngetich cherono
  cherry chester chi chifundo chikondi chileshe chilufya chimwemwe ching christian chukwuemeka chukwuma clarence
  clark clay clementine clifford clinton cody cole concha consolate consolee constantin corazon corey cornel coumba
  courtney craig crystal curtis dag dahir dale dalitso dallas daniel dara darcy darren david dawn dean dede deeqa
  demba denes denis deniz deqa dereje desta devi dewi dexter diallo dian diarra dietrich dieudonne dieynaba dilek
  divina djeneba djibril dolly dominguez donald donato douglas drew duc duke dumitru duncan dung dwi dzifa earl
  eberhard ece edosa edward efe ehi ejaz eka eko ekow ekua elias elliot elliott emebet emerson emery emi emin emma
  endale endang engin ephrem epiphanie erdal ernest ernst esa esi eskinder esperance essi eugene evan evans eve eyob
  fabrizio faduma fadumo faith fanta farah fardowsa farooq farouk fartun fasil fatim fatima fatimata fatuma fawzia
  fay fayyaz fekadu felicitas felipa feng ferenc ferguson ferran fiifi fikre fitri flor floyd fortunato fouad
  fowsiya francis frank franklin frederick fuad furaha gabriel garad garba gathoni gaudence genet gennaro george
  gerald gergely getachew getnet ghassan gheorghe ghulam giang gilbert gill gio girmay girum gitau glen gloria
  gloriose godelive godfrey gopal gor gordon grace graham grant gray graziano greer gregorio grey griff griffin gro
  gul gunter gunther gus gustav gwynne ha habibatou hadil hadja hafiz hagos hai hailu hajnal halimo hamad hamid
  hamidou hamilton hamisi hanh hani hapsatou harold harper harrison harry harvey hasan hassan hawa hayat haytham
  hema hendra henok henry herbert heru hibo hicham hien hieu hilary hirut ho hoa hoang hodan hodo hong hope howard
  howell htet htun hua hugh hui hunter huong huseyin hussain hussam hussein hyun ibou ibrahim idil idris idrissa
  ifrah ignatius ijaz ikenna ilham ilie imad imani immaculee imre ina indah india indu innocent ioan ion ira irving
  irwan isaac ismail israel issa issam issouf istahil ivy jack jackson jacob jade jae jake jalal jama james jamie
  jamieson jamil jan jane janos jared jasmin jasper javaid javed jawahir jay jeannine jen jepchirchir jepkemboi
  jepkosgei jerry jesse jessica ji jian jie jihad jin jing joe joko joon jordan joseph jost joy juanito jude juma
  jun june jung kadia kadiatou kadidia kadir kaj kalidou kalman kamau kangwa karim kariuki karoly kashif kassahun
  kayode kebede kelly kelvin kennedy kent kerem kerry ketil ketut khadra khady khalid khalil khamis khanh khin
  kidane kidist kim kimani kimberly kine kinga kipchoge kiprono kiptoo kirk kobby kodjo koffi kofi kojo kolawole
  konan kondwani koray kosal kossi koua kouadio kouame kouassi krishna kumar kumari kuno kunthea kusuma kwadwo kwame
  kwasi kwesi kyaw kyle kyung ladan lajos lal lambert lamine lan lana lance lane lassana laszlo laurel lauren
  lawrence lee lei leigh leke lemlem leo leonard leonel leslie lestari lester levent lewis libaan lien lilis lillian
  lily limbani lin lincoln linda lindsay ling linh lis liya lloyd loan logan lorand lorant lou louis louise lovemore
  luc lucas luke lusungu lutz lynn maame madhav madison mahbub mahlet mahmood mahmoud mai maimouna maina mait majed
  majid makeda makena malak malik mamady mame mamo mansour marcel marcelino marcos marcus marge mariama marian
  mariano marieme marion mark marshall mart martin marton marvin maryam maryan mason matt matthew maurice mauro
  mawuli max maxwell maya mazen mbayang mbaye mbugua meaza mebrat meg mehboob mehret mei mekdes mekonnen mel melaku
  melat melody mensah meredith meron mert meseret mesfin messay michael mick mihaly mihret milagros miles milton min
  minh mitchell modibo mohamed mohammad mohammed mohamud moises moll moncef mony morgan morris mounir mourad
  moustapha mphatso mtisunge mubashir mugure muhammad mukami mulenga mulu mulugeta mumbi muneeb munir murray murugi
  musa musonda mustafa mustapha mutale mutheu muthoni mutinta mutua mwanahamisi mwanaidi mwangi mwansa mwayi mwende
  mwikali mwila mya na nadim nafi nafissatou nafula naim najla naliaka naly nam nan nanjala narendra nasra nasser
  nathan naveed nchimunya ndanu ndeye ndinda nduku nduta nebiyu ned neema neil nekesa nel nelson nese netsanet
  neville ngoc ngone nguessan nhung nicholas nicolae nii nikolaus nilar nimco nimfa nining nirmal nizar njambi njoki
  noel noor norman nura nuru nuur nyaguthii nyambura nyawira nyein nyokabi oby ochieng odette odhiambo oguz ohn okan
  okechukwu okoth oladele olanrewaju olatunji ole olive oliver olumide omar omondi ona onur onyango opiyo osagie
  osas oscar oskar osman osvaldo ota othman otieno otis ouma oumar oumou ousseynou ove owen owino ozan paa paige
  palmer pape park parker pascal pascasie pastora patience patrick paul peep peg pelagie pempho penda percy pere
  perpetue perrin perry peter petrit petro petru petter phally philip philipp phuong phyo piedad piero pierre pim
  ping piper placide porter prasad preston primitivo prince princess prosper prudence prudencia putri qaiser qamar
  qiang qing quang quim quinn rabie rachid radwan rafik rahayu rahim rahman rajabu rajendra ralph ram ramata ramatou
  ramzi randall randolph randy rani rashid ratana ratih ratna rattana rauf ray raymond reese regina rehema reid rein
  retno rex reynolds rhys ria riaz richard rik riley rithy riyad rizki rizwan robert robin rocco rodney roger
  rokhaya rokia roland romano romeo ronan roque rory rosaria rose ross rowan roy roza ruby rudolf rui ruqiya russell
  rustam rut ruth ryan saad saado saba sabah sabri safiatou sahra saidou sajjad salah salam salama saleh salem salif
  salim salimata salman salomao samar samatar samba samer sami samnang samora samrawit samuel sandar sandor santos
  sarath saul sava sayed scholastique scott sean seble sekou selamawit sena senait seo serafino seraphine serwaa
  severo seydou seynabou shaban shafiq shahnaz shaker shamim shane shannon sharif shaw shelby sheldon shelley
  sherman shewit shukuru shyam sidney silas simeon simon sinan singh sira sisay siti siv skye slamet socorro soe
  sofiane sokha sokhna soledad son sona soo sophea sopheap sotheary sothy soukeyna souleymane sovann spencer sreymom
  sri stanley stein stella stephen sterling stewart stuart subira sucdi sukarno sulaiman suleekha suleiman suleyman
  sulistyowati sullivan summer sun sunday sung surendra susilo suwarno sydney tadele tadesse taha tahir taiwo
  takondwa tamandani tamer tamirat tamrat tarik tariku tayfun taylor ted tekle temesgen terrence terry tesfai
  tesfaye teshome thaciana thandar thandie thanh thao thavy theodore theogene thida thin thokozani thomas thu thuy
  tidiane tigist tin ting tionge tirunesh tiyamike todd todor tolga ton tor tord tracy trang travis trevor tri
  trinidad trinity tristan troy trung tsega tsehay tsigereda tuan tudor tumaini tuncay turkan tuti tyler ubah udo
  ugur uju uku uli ulises ulo umit unn untung upendo uyi valentin valentine van vanna vannak vasile veasna veit
  venantie venkatesh venuste verity vernon vestine victor victoria vimal vincent vinh violette virag virgil virginia
  vit viv volkan volkmar vuthy waceera wacera wade wafula wahyu wai waithera wallace walter wamboi wamuyu wangeci
  wanja wanza warren warsame wati wayan wayne wei wekesa wesley whitney wilbur william willis wilson wim winston
  wolf wondimu woo workneh worku wyatt xiao xin xuan yacouba yahya yamikani yan yankho yanti yao yapo yared yasin
  yassine yavuz yawa yawo yaye yemane yeshi yi yildiz yilmaz yin ying yodit yohannes yonas yong younes young yu yuan
  yuli yun yuni yussuf yusuf zachary zafer zakaria zaman zamzam zaw zawadi zekarias zeki zelalem zenebech zewdu
  zeynab zhen zin zinash zouhair zouzou zuhura zuwena
`;
