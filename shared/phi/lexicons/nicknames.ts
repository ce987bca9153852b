const short = `
alexander alex al sandy sasha
alexandra alex sandra sasha lexi
andrew andy drew
anthony tony
barbara barb barbie
benjamin ben benny
catherine cathy kate katie cat
charles charlie chuck chaz
christina chris tina chrissy
christine chris tina chrissy
christopher chris kit
cynthia cindy
daniel dan danny
david dave davy
deborah deb debbie debby
donald don donny
dorothy dot dottie dolly
douglas doug
edward ed eddie ted ned teddy
eleanor ellie nell nora
elizabeth liz beth betty lizzie eliza libby betsy lisa
eugene gene
francis frank fran
francisco paco pancho
frederick fred freddie
gerald jerry gerry
gregory greg
harold harry hal
henry hank harry
isabella bella izzy
jacob jake
jacqueline jackie
james jim jimmy jamie
janet jan
jeffrey jeff
jennifer jen jenny jenn
jessica jess jessie
john jack johnny jon
jonathan jon jonny
joseph joe joey
jose pepe
joshua josh
judith judy
katherine kate kathy katie kat kay
kathleen kathy kate katie
kenneth ken kenny
kimberly kim
lawrence larry
leonard leo len lenny
lillian lily
margaret maggie peggy meg marge greta
martin marty
mary molly polly mamie
matthew matt matty
michael mike mick mikey
michelle shelly
nancy nan
nathaniel nate nat
nathan nate
nicholas nick nicky
nicole nikki
pamela pam
patricia pat patty trish tricia
patrick pat paddy
peter pete
philip phil
raymond ray
rebecca becky becca
richard dick rich rick ricky richie
robert rob bob bobby robbie bert
ronald ron ronnie
samantha sam sammy
samuel sam sammy
sandra sandy
stephanie steph
stephen steve
steven steve
susan sue susie suzy
theodore ted teddy theo
theresa terry tess
thomas tom tommy
timothy tim timmy
valerie val
victoria vicky tori
vincent vince vinny
virginia ginny
walter walt wally
william bill will billy willie liam
zachary zach zack
abigail abby gail
albert al bert
alfred al fred alf
allison ally
amanda mandy
angela angie
arthur art artie
bradley brad
caroline carrie
clifford cliff
emily em emmy
ernest ernie
gabriel gabe
gilbert gil
guillermo memo
ignacio nacho
isaac ike
jeremiah jerry
lucille lucy
madeline maddie
mitchell mitch
natalie nat
olivia liv
oliver ollie
penelope penny
rosemary rosie rose
russell russ
sebastian seb
sophia sophie
stanley stan
tobias toby
vernon vern
wilhelmina mina
`

const shortForms = new Map(
  short
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([full = '', ...forms]) => [full, forms] as const),
)

/** All short forms of three letters and more. */
export const nicknames: ReadonlySet<string> = new Set([...shortForms.values()].flat().filter((name) => name.length > 2))

/** Every name that may stand for this given name: its short forms, and the full ones when it is one itself. */
export function nicknamesOf(given: string): string[] {
  const names = [...(shortForms.get(given) ?? [])]
  for (const [full, forms] of shortForms) if (forms.includes(given)) names.push(full, ...forms)
  return [...new Set(names)].filter((name) => name !== given && name.length > 2)
}
