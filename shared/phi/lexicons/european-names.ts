import { wordSet } from './word-set.ts'

/** Given names of Spain, Latin America, Portugal, France, Germany and Italy beside those of `given-names.ts`, without accents. Written for this project. */
export const europeanGivenNames = wordSet(`
abdel abdelkader abel abelardo abril achille achim adelaida adelheid adelina adelino adolfo afonso agapita agapito agata agathe agostino agueda agustin
agustina aicha aime ainara ainhoa ainoa aitana aitor alain alba albane alberta albertina albrecht alcides aldina alejo alessandra alessia alessio alfio
alfonso almudena alois alonso alphonse alvaro alvise amador amaia amalia amancio amandine amaya ambra amelie amparo anabel anais anastasio andreu angelika
angiolina aniceto anke annalisa annamaria annegret anneliese annemarie annick annunziata anselmo antia antje antonella antonino aparecida araceli arantxa
arantza aranzazu ariadna ariane aritz arlette armand armin armindo arnaldo arnau arnaud arne asier asun asuncion attilio aura aurelia aurelie aurelien aurelio
aurora axel ayoub azucena azzurra baltasar baptiste barbel bartolome basilio bastien battista beate begona belen benedetta benedetto benedicte benigno benito
benoit bento bernadette bernardete bernardo bernd bernhard berta bertrand biagio bianca bibiana bice bilal birgit birte bjorn blanca blas bodo borja brais
braulio brigida brigitte britta bruna burkhard caio calixto camilla camilo candela candelaria capucine caridad carles carlo carlota carme carmela carmelo
carmina carolina carsten casilda casimiro catalina caterina catia cayetana cayetano cecilio cedric celestino celia celine celso cesar cesareo cesira chantal
charo chiara christa christel christelle christiane christoph christophe cidalia cinzia claudette claudine claudio claus clemence clement clemente clementine
clotilde colette conceicao concepcion concetta concha conchi consuelo corentin corinne cornelia corrado cosimo cosme costanza crispin cristian cristiana
cristiano cristobal cyril dagmar dalila dalva damian damien danilo daria dario davide davinia debora delfina delia delphine demetrio deolinda desiree detlef
didier dietmar dietrich diletta dimas diogo dionisio dirk dolors domenica domenico domingo domingos dominique donatella donato doroteo dorothea driss dulce
eberhard eckhard edda edelmira edeltraud edmundo edoardo edouard edson eduarda edurne efisio efrain egidio egon ekkehard eladio eleonora eleuterio elfriede
elia eliane elias elio elisabete elisabetta eliseo elke elodie eloisa eloy elsbeth elvira emanuel emanuela emanuele emiliano emilie emmanuel emmanuelle
encarna encarnacion eneko engracia enric enrica enrico enza enzo epifanio erich ermanno ermelinda erna ernesta ernesto ernst ersilia erwin esmeralda estefania
estela estrella etienne ettore eufemia eugenia eugenie eugenio eulalia eulogio eusebio evaristo evelyne ewald ezequiel fabian fabiana fabien fabienne fabio
fabiola fabrice fabricio fabrizio fatiha fatou faustino fausto federica federico feliciano felisa ferdinando fermin fernand fernanda ferran fidel filipa
filipe filippo filomena fiorella fiorenza flavia flavio flora florencia florencio florentino florian fortunato franca francesc francesco francisca franck
franco francois francoise franz franziska frauke friedhelm friedrich fritz froilan fuensanta fulvio gabino gabriele gaelle gaetana gaetano gaia gaizka garazi
gaspar gaston gauthier gema gemma genaro gennaro genoveva georg georgette gerardo gerd gerda gerhard gerlinde germaine german gertrud gertrudis gervasio
ghislaine giacomo giada gianluca gianna gianni gigliola gilberto gilda gilles gines ginesa ginette ginevra gino giordano giorgia giorgio giovanna girolamo
gisela giuliana giuliano giulio giuseppina giusy goncalo gonzalo gorka gottfried graca graciela grazia graziella gregor gregoria gregorio griselda gudrun
guido guilherme guillaume guillem guillermina gumersindo gunter gunther gustav guy gwenaelle hamid hamza hannelore hannes hanno hartmut haydee hedwig heike
heiko heiner heinrich heinz heitor helder helene helga helge heliodoro helmut henning henri henriette henrique hermann hermenegildo hermine herminia herminio
herve hicham higinio hilario hildegard hipolito holger honorio horacio horst hortense hortensia houda hubert huguette humberto iago iara ibai ignasi igone
iker ilaria ildefonso ilse imane imanol imelda imma inacio inaki ines inge ingeborg ingo inigo inma inmaculada iolanda iratxe iria irmgard irmtraud irune
isaura isidora isidoro isidro ismael itziar ivana ivano ivette ivone izan izaskun jacinta jacinto jacobo jacques jakob jamila jaqueline jaume javi jeanne
jeannine jens jeremias jeronima jeronimo jesusa joachim joana joao joaquim joaquina jochen joelle jokin jolanda jordi jorg jorgelina josefa josefina josep
josette josiane josu josue jovita juanjo juanma julen jules julien julieta juliette juraci jurgen justa justina justine justino justo jutta kai karima karina
karine karlheinz karsten katharina kathrin katia katja kepa kerstin khadija koldo konrad konstantin laetitia lahcen laia lamberto lara larissa latifa laure
laureano laurence laurent laurinda lavinia lazaro lea leandra leandro leire leocadia leocadio leonarda leonel leonie leonor leontine leopoldo leovigildo
letizia lia licia lidia liesel lieselotte ligia liliana lilou lionel lisandro livia livio lluis lodovico loic lore lorea loredana lorella lorenza lothar
lourdes lourenco luana luc luca lucette luciana luciano lucie lucien lucienne lucilia lucio lucrecia ludivina ludovic ludovica ludwig luigi luigia luisa luise
lukas luna lutz luz luzia macarena maddalena madeleine mael maelle mafalda magali maialen maider maike maitane maite malena malika mamadou manfred manola
manoli manolo manon manuela mara marcela marcelina marcelino marcella marcelle marcelo marcial mareike margarete margarida margit margot mariajo mariangela
mariano maribel maricarmen mariela mariella mariluz marina marine mariolina marisa marisela maristella maritza markus marlies martina martine martino
massimiliano massimo mateus matheus mathieu mathilde mathis matilde matteo matthias mattia maud mauricio maurizia maurizio mauro maxime maximiliano maximino
mechthild meike melania melisa melquiades merce meriem micaela michaela michela mikel milagros milena mireia mireille mirella mirko mirta monika montse
montserrat moraima muriel murilo mustapha mylene nabil nadege nadine nahia nahuel naiara naima nair narciso natercia nathalie natividad nayara nayeli nazaret
nekane nella nerea nestor nicanor nicasio nicola nicolasa nicoletta nieves niklas nils nino noelia noemi noemie norbert norberto noura nuno nunzia nunzio
nuria obdulia octavia octavio odalys odete odette odile ofelia oier oihane olaf olaia olaya olegario olinda ombretta onofre orazio oreste oriol ornella oskar
osvaldo otavio otilia ottavio ottilie ousmane ovidio paca paco palmira paloma pancracio paolina pascal pascale pascual pascuala pasqual pasquale pasqualina
patrice patricio patrizia paulette paulino paulo pepa pepe pepita perrine philippe piedad piera pierluigi piero pierrette pietro pilar pina placido plutarco
policarpo porfirio primitivo prudencio purificacion quentin quim quintin quique rachid rachida rafaela raffaela raffaele raffaella raimundo rainer ralf ramira
ramiro raphael raymonde rebeca regine regino reinaldo reiner reinhard reinhold remedios remi remigio remy renata renate renato renaud rene riccardo rigoberto
rinaldo rino rocco rocio rodolfo rogelia rogelio rogerio rolande rolf romain roman romano romeo romina romualdo ronaldo roque rosalba rosalia rosangela
rosanna rosaria rosaura rosella roselyne rosemarie rosendo rosetta rosina roswitha rudiger rudolf rufino ruggero ruperto ruprecht rute sabina sabine sabino
sagrario said saida salome salustiano salvadora salvatore samanta samira samuele sandalio sandrine sandro santina saray sascha saturnina saturnino saverio
sebastiana sebastiano sebastien serafin serena serge sergi severiano severine severino siegfried sieglinde sigrid silke silvana silvano silverio silvestre
silvestro silvio simao simeon simona sira socorro solange soledad solene sonsoles soraya soufiane stefan stefania stefanie stefano steffen stephane susanne
svenja swantje sylvain sylvie tadeo tanja tazio telesforo telma teodora teodoro teofilo tere teresita theo therese thiago thibault thierry thorsten tiago
tilman tino tiziana tiziano tobias tomasa tommaso toribio torsten traudl trinidad tullio ubaldo udo ugo ulf uli ulises ulrich ulrike umberto unai urbano uriel
ursel uschi ute uwe valdemar valentin valentino valeriano valter vanda vanesa vania vasco veit venancio ventura verena veronique vicenc vicenta vicente
victoire victoriano victorino vidal vincenza vincenzo vinicius violeta violette virgilio virginie virginio visitacion vito vitor vitoria vittoria vittorio
viviane vladimiro volker wagner walburga waltraud wellington werner wiebke wilfredo wilfried wilhelm wilhelmine willi wilmer wilson winfried wolf wolfgang
wolfram xabi xabier xavi ximena xoan yago yaiza yamila yanira yann yannick yasmina yeray yesenia yessica youssef yves zacarias zaida zaira zelia zelinda
zenaida zineb zoila zulema zulma zurine
`)

/** Family names of the Spanish-speaking countries that no ending tells, without accents. Written for this project. */
export const spanishFamilyNames = wordSet(`
abad acosta acuna aguado agudo aguilar aguilera aguirre alarcon alba alcantara alfaro allende almeida alonso altamirano alvarado amador amaya andrade andujar
angulo aparicio aragon aranda araujo arce ardila arellano arenas arevalo arias armas arrieta arroyo arteaga asensio avalos avila ayala aznar ballesteros banos
barba barbero barragan barrera barreto barrientos barrios barroso bastida bautista becerra bejarano bello beltran bermejo bernal blanco blasco bonilla borrego
botella bravo bueno bustamante bustos caballero cabello cabrera caceres calderon calero calvo camacho camara campillo campo campos canales cano cantero
carballo cardenas cardona carmona caro carranza carrasco carrera carrillo carrion carvajal casado casanova casas castano castellanos castillo castro ceballos
cepeda cerda cervantes chacon chavarria chaves checa cid cisneros cobos conde contreras cordero cordoba cornejo coronado corrales correa cortes costa crespo
cruz cuadrado cuellar cuenca cuesta cuevas davila delgado diego diosdado donoso duarte duran echeverria egea elizondo escalante escobar escribano escudero
espejo espinosa espinoza esteban estrada fajardo farias ferrer ferrera figueroa flores fonseca fontan franco frias fuentes fuster galan galindo gallardo
gallego gallegos galvan gamboa garay garcia garrido garza gascon gaspar gil giraldo godoy gracia granados guardiola guerra guerrero guevara guijarro guillen
heredia hermoso herrera herrero hidalgo hinojosa hoyos huerta huertas hurtado hurtados ibarra iglesias infante iriarte izaguirre izquierdo jara jaramillo
jimeno jorda jurado lago lara leal ledesma leiva leon lima linares llanos llorente loaiza lobato lobo lorca lorente lorenzo losada loyola lozano lucas lucero
luna luque macias madrid madrigal manrique manzano marcos marin marrero marti martos mata mateo mateos matos maya mayorga medina mejia melero mella mena
mendieta mendizabal mendoza merino mesa mestre miguel millan mira miranda mojica molero molina mondragon monedero montalvo montano monte montero montes
montiel montoya mora moral morales moran morcillo moreira morejon moreno moriano mosquera moya munoz munuera murcia murillo nadal naranjo nava navarrete
navarro navas nieto nieves novoa obrador ocampo ochoa ojeda oliva olivares oliver olivera olmedo olmos orellana orozco orta ortega osorio osuna otero ovalle
pacheco padilla padron palacios palomares palomino pardo paredes parra pascual pastor patino pavon pazos pedraza pedrosa pena penalver peralta perea pereda
pereira pineda pinilla pino pinto pizarro plaza polo ponce portela portillo posada pozo prada prado prats prieto puente puentes puig pulido quesada quevedo
quintana quintero quiroga quiroz ramos rangel rebollo recio redondo reina rey reyes ribas ribera rico rincon rios riquelme rivas rivera rivero robledo robles
roca rocha rodas rojas roldan roman romero romo roncero rosado rosales rosas rosell roura royo rubio rueda saavedra saenz salas salazar salcedo saldana
salgado salinas salvador samaniego sanabria sanchis sandoval sanjuan santamaria santana santos sanz sarmiento segovia segura sepulveda serna serra serrano
sevilla sierra silva simon sola solano soler solis soriano sosa sotelo soto tapia tejada tejedor tejero tena tirado toledo tomas toro torre torrente torres
tortosa trejo trujillo ubeda ulloa urbina uribe urrutia vaca valcarcel valderrama valdes valdivia valencia valenzuela valera valero valle vallejo valles
valverde vaquero vara varela vargas vega velasco vera verdugo vergara vicente vidal viera vila villa villalba villalobos villanueva villar villareal
villarreal villegas viloria vives ybarra zabala zafra zambrano zamora zapata zarate zavala zorrilla zuniga zurita
`)
