import { wordSet } from './word-set.ts'

// Common given names, written for this project. They only strengthen what the surroundings say: most names are in no list.
export const givenNames = wordSet(`
aaron abby abdul abdullah abigail adam adele adrian adriana agnes ahmed aidan aisha alan albert alberto alejandra alejandro alessandro alex
alexander alexandra alexis alfred alfredo ali alice alicia alison allen allison alma alyssa amanda amber amelia amina amir amy ana anastasia
andre andrea andreas andres andrew andy angel angela angelica angelina anita anja ann anna anne annette annie anthony antoine anton antonia
antonio april arianna ariana arlene armando arthur arturo ashley astrid audrey austin ava barbara beatrice beatriz becky belinda ben benjamin bernard
bernice bertha beth bethany betty beverly bill billy blake bob bobby bonnie brad bradley brandon brandy brenda brendan brent brian brianna bridget
brittany bruce bruno bryan caleb calvin cameron camila camille candice carl carla carlos carmen carol carole caroline carolyn carrie
casey cassandra catherine cathy cecilia chad charlene charles charlie charlotte chelsea cheryl chloe chris christian christina christine christopher cindy claire
clara clarence claudia clayton clifford clyde cody colin colleen connie connor constance corey cory courtney craig cristina crystal curtis cynthia daisy dale
dan dana daniel daniela danielle danny darlene darrell darren dave david dawn dean deborah debra denise dennis derek diana diane diego dieter
dmitri dolores dominic don donald donna dora doris dorothy doug douglas duane dustin dwayne dylan earl ed eddie edgar edith edna eduardo edward
edwin eileen elaine eleanor elena eli elijah elisa elizabeth ella ellen elliot elsa elsie emil emilia emilio emily emma enrique eric erica
erik erika erin ernest esperanza estelle esteban esther ethan eugene eunice eva evan evelyn faith fatima felicia felipe felix fernando fiona florence
floyd frances francesca francis francisco frank franklin fred freddie frederick frieda gabriel gabriela gail gary gavin gene genevieve geoffrey george georgia gerald
geraldine gerard gilbert gina giovanni giulia giuseppe gladys glen glenda glenn gloria gordon grace graham greg gregory greta guadalupe guillermo gustavo gwen
hannah hans harold harriet harry harvey hassan hazel heather hector heidi helen helena henry herbert herman hilda holly hope howard hugh hugo ian ibrahim ida
ignacio igor ingrid irene iris irma isaac isabel isabella isabelle isaiah ivan jack jackie jacob jacqueline jaime jake james jamie jan jana jane janet
janice jared jasmine jason javier jay jean jeanette jeff jeffrey jenna jennifer jenny jeremy jermaine jerome jerry jesse jessica jesus jill jim jimmy jo joan joann joanna joanne
joaquin joe joel johan johann johanna john johnathan johnny jon jonas jonathan jordan jorge jose josef joseph josephine joshua josie joy joyce juan juana juanita judith judy
julia julian juliana julie julio june justin karen karin karl karla kate katherine kathleen kathryn kathy katie katrina kayla keith kelly kelsey ken kendra kenneth kent
kerry kevin khalid kim kimberly kirk klaus krista kristen kristin kristina kurt kyle lance larry lars laura lauren laurie lawrence leah lee lena leo leon
leonard leonardo leroy leslie lester leticia lewis liam lillian lily linda lindsay lindsey lisa logan lois lola lonnie lora lorena lorenzo loretta lori lorraine louis louise
lucas lucia lucille lucy luis luke luther lydia lynn mabel madeline madison magdalena maggie malcolm manuel marc marcel marcia marco marcos marcus margaret margarita maria marian
mariana marie marilyn mario marion marisol marjorie mark marlene marsha marta martha martin marvin mary mason mateo mathew matilda matt matthew maureen maurice max maya megan
meghan melanie melinda melissa melody melvin mercedes meredith mia michael micheal michele michelle miguel mike mikhail mildred milton minnie miranda miriam mitchell mohamed mohammad mohammed
moises molly monica monique morgan muhammad myrtle mustafa nadia nancy naomi natalia natalie natasha nathan nathaniel neil nelson nicholas nick nicolas nicole nikita nina noah noel nora norma
norman oleg olga oliver olivia olivier omar oscar otto owen pablo paige pam pamela paola paolo pat patricia patrick patty paul paula pauline pedro peggy penelope penny perry pete peter
petra phil philip phillip phoebe phyllis pierre priscilla priya rachel rafael raj ralph ramon ramona randall randy raquel raul ravi ray raymond rebecca regina renee reginald rhonda
ricardo richard rick ricky rita rob robert roberta roberto robin rochelle rodney rodrigo roger roland ron ronald ronnie rosa rosalie rosario rosemary ross roxanne roy ruben ruby russell
ruth ryan sabrina sally salvador sam samantha samir samuel sandra sandy santiago sara sarah sasha saul scott sean sebastian selena sergei sergio seth shane shannon sharon shaun shawn
sheila shelby shelly sherri sherry shirley sidney silvia simon simone sofia sonia sonja sophia sophie spencer stacey stacy stanley stella stephan stephanie stephen steve steven stewart stuart sue susan
susanna suzanne svetlana sven sybil sylvia tamara tammy tania tanya tara tatiana taylor ted teresa terence terrance terri terry thelma theodora theodore theresa thomas tiffany tim timothy tina
timmy todd tom tomas tommy toni tony tonya tracey traci tracy travis trevor tristan troy tyler tyrone ursula valentina valeria valerie vanessa vera verna vernon veronica vicki vickie
vicky victor victoria vincent viola violet virginia vivian vladimir wade wallace walter wanda warren wayne wendy wesley whitney wilfred will willard william willie wilma winifred xavier yasmin
yolanda yuri yusuf yvette yvonne zachary zoe`)

/** Given names that are as often an ordinary word, a place or a month; never evidence when they stand alone. */
export const ambiguousGivenNames = wordSet(
  'cat dot kit art rich drew memo nan hal val liv gil chuck dick bert nell meg peg ike trish vic buck cliff lex gail april may june august dawn faith grace hope joy crystal daisy dale gene jean mark will angel bill bob frank jay art rich ray rob pat sue don van grant chase drew miles rose iris ivy ruby amber dean earl duke guy max georgia virginia victoria florence jordan austin madison savannah carolina lee glen sandy rusty penny melody harmony heather holly olive sage basil mercedes israel chad kent lance wade neil jack harvey mason taylor cooper tyler carter hunter hazel sterling jan mar',
)

/** Family names that are also a word, a place or an eponym: they count behind a word that is a name already. */
export const commonFamilyNames = wordSet(
  `brown young hill green king wright scott baker nelson carter mitchell turner phillips parker edwards collins stewart morris cook rogers morgan bell murphy cooper reed bailey gray grey long ward foster wood woods barnes ross price butler fisher
marshall hunt hunter black white stone knight rose cole west hall allen lewis walker clark jackson wilson moore taylor anderson thomas harris martin thompson lee day rice grant fox page little small short sharp rich wise best love lamb wolf bird swan drake frost snow winter
summers waters banks fields brooks parks marsh lane forest ford bridges church bishop pope abbott dean prince duke noble cross bond powers strong golden gold silver bush berry rowe mason miller farmer gardner carpenter weaver potter porter chandler glover sawyer slater tanner tyler
wheeler washington jordan london paris france german english french irish holland poland pole welsh england ireland york virginia georgia montana dallas austin houston boston lincoln hope faith grace joy may june july august friday monday sunday will bliss singer major sargent bacon bean burns
cash chance church crane crook dash early fall flowers fuller gentry goodman hardy head hood house hull keen key lord lucky mark marks meadows merry moody moon north paine park pearl penny pike pine pool rains ray root rush sands savage self shields short spears spring starr steel stern street sun temple train vale walls water wells winters wolfe worth yard`,
)
