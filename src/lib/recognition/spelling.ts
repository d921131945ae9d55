/**
 * Mends one slip of the fingers (a letter too many, too few, wrong, or two swapped) in a word that matters here.
 * Only words of the trade are mended towards; an ordinary word that is one letter away from one of them stays as it is.
 */
const OF_THE_TRADE =
	'about account address after again allow another answer answered answers anything anytime appreciate archives asking assistance available barcode before birthday birthdate branch business bye calling catalog chatting check checking close closing colleague completely confirm connected contact contacting continue conversation correct could couple database deadline department desk different directly disconnect disconnected email emailed ending enjoy evening everything exactly expect expire feel find follow forward forwarding friday further give goodbye goodnight great happy have hear heard helpful hesitate history hours information interlibrary knowing later leave leaving letter librarian librarians library little local looking longer luck mailing message minute minutes moment monday more morning need needed needing nothing number office other passing password patience perfect person phone please possible private provide questions question reach reaching really receive reference reply request respond response return right saturday search searching second seconds send sending service session several should social someone somebody something spelled staff still stopping sunday takes taking telephone thank thanks there thursday today tomorrow tonight tuesday typing unless using usually verify visit visiting wait waiting wanted wednesday weekend weeks welcome whenever where within without wonderful working would write writing your';
const ORDINARY =
	'adding allows ballot banks blacks bright browse calling caring casing chart chasing chats checked cheating closed closely closer clothing colour come contract contrast could coupled course covers dates doing donate dress easter eating eight eighth ended enough enter event extent fellow fight filling flight follows form found four fourth given gives giving going grant grate hacking hater heads health hearts heating hold house hunting late lately latter leader learning letters light living local loading locals longs lover making matter mentor mining mints minuets missing moments money months mother mounts nigh night none noon notice notes novel offices older origin others parking passed passion peace perform phones places plates pleased posing posting press prints proposed public putting quest raising ranges reads ready reaching reading realty reason refer region rely repay replay reports respect rest retain reviews rights sand school searches seat seconds seeding selling sending series sets seven several sharing shut sight since sites slavery soon sound spare stage staffs stars state station stay steal steel steps stile stills stock stop stored story street study stuff style tables talking task tasting teach tells texting thank their them theme then these thing think third this those though thought three title titles today told torch total touch trace track trade treat trying twelve typical under until units usage various verity visual vital voice volume waiting walking wants washing water ways wearing week went were west whale wheat when where which white whole winter wish woman words world worse worth wring wrist written wrote years young yours';

const TARGETS: ReadonlySet<string> = new Set(OF_THE_TRADE.split(' '));
const LEFT_ALONE: ReadonlySet<string> = new Set(ORDINARY.split(' '));
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Shorter words have too many neighbours, longer ones are no words of the trade. */
const SHORTEST = 5;
const LONGEST = 14;

/** From a typed word to the word that is meant; the word itself where nothing is to be mended. */
export type Repair = (word: string) => string;

/** The word of the trade that is meant, or the word itself. */
export function repaired(word: string): string {
	if (word.length < SHORTEST || word.length > LONGEST || TARGETS.has(word) || LEFT_ALONE.has(word))
		return word;
	return neighbour(word, (candidate) => candidate.length >= SHORTEST && TARGETS.has(candidate)) ?? word;
}

/** The first word one slip away that is wanted: swaps first, then a letter missing, too many, or wrong. */
export function neighbour(word: string, isWanted: (candidate: string) => boolean): string | undefined {
	for (let i = 0; i < word.length - 1; i++) {
		const swapped = word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2);
		if (isWanted(swapped)) return swapped;
	}
	for (let i = 0; i <= word.length; i++) {
		for (const letter of LETTERS) {
			const longer = word.slice(0, i) + letter + word.slice(i);
			if (isWanted(longer)) return longer;
		}
	}
	for (let i = 0; i < word.length; i++) {
		const shorter = word.slice(0, i) + word.slice(i + 1);
		if (isWanted(shorter)) return shorter;
	}
	for (let i = 0; i < word.length; i++) {
		for (const letter of LETTERS) {
			const other = word.slice(0, i) + letter + word.slice(i + 1);
			if (isWanted(other)) return other;
		}
	}
	return undefined;
}
