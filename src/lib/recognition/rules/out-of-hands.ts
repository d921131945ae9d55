import { rule, type Rule } from './rule.ts';

const ASKED_ELSEWHERE =
	'do not|never|not (?:type|give|share|send|post|put)|on the (?:site|page|box|login|kiosk|website|form|screen|app|machine|left|right|top|back of your card is)|log ?in page|at the (?:site|desk|branch|kiosk|machine|counter)|into the|in the (?:box|field|form|app|catalog)|have your|ready|have you tried|did you (?:try|enter|use|type)|when you|when they|printed|where|no one|nobody|will not ask|not need|no need|how many digits|reset|forgot|change your|default|is usually|is your (?:last|birth)|last four of your|they will (?:ask|need)|they need|they may|bring|wants your|asks for|renew your|replacement|get a card|apply|you can (?:enter|use|log)|you will need';
const SECRET =
	'(?:card number|library card number|barcode|barcode number|pin|pin number|password|passcode|birthdate|date of birth|birth date|birthday|home address|street address|mailing address|postal address|social security number|social security|social|credit card|credit card number|card no|card num|account number|number on (?:your|the) (?:library )?card|digits|expiry|expiration date|security code|card details|passport number|license number|drivers license|number of your card|secret key|id number|student id|patron number)';

/** What may not be asked here, and what is left to the patron. */
export const OUT_OF_HANDS_RULES: readonly Rule[] = [
	rule(
		'ask-private',
		`(?:what is|what are|what was|can i get|can i have|may i have|could i have|could i get|can you give|could you give|can you type|could you type|can you send|can you tell|could you tell|may i ask|can you read|could you read|can you share|could you share|could you provide|can you provide|would you give|would you type|would you read|could you enter|can you enter|would you tell|could you send|can you confirm|could you confirm|can you verify|let me have|read me|tell me|give me|send me|type|type in|enter|share|dictate me|i need|i will need|i would need|i want|i would want|we need|we will need|need|provide|supply|please|and|what number is|put in|put)~ (?:your|the|ur|you|me|us|its|that|a|for|with)?~ ?${SECRET}~`,
		{
			unless: `(?:${ASKED_ELSEWHERE}|email|deadline|what is a|(?:does|do|is) (?:the|it) (?:site|page)|author|book|barcode on the book)`,
			confidence: 0.96
		}
	),
	rule('ask-private', `(?:your|ur|the|and)? ?${SECRET}(?: please| too| as well| then| and~)?`, {
		asks: true,
		confidence: 0.9,
		unless: `(?:(?:\\S+ ){6}\\S+|${ASKED_ELSEWHERE}|do you have|have a|does|did|is it|not|no |email|who|lost|got a|got your)`
	}),
	rule('ask-private', '(?:yes|sure|please do|go ahead|type it|please|yes please)~', {
		after: `(?:give|type|need|want|put|send|tell|share)~ (?:you )?~(?:my|the) ${SECRET}`,
		unless: '(?:(?:\\S+ ){9}\\S+|no|not|never|site|page|them)',
		confidence: 0.85,
		asks: false
	}),

	rule(
		'refer-away',
		'you (?:will|can|could|would|should|might|may|must|need|have|are|ought|shall)?~ ?(?:need to|have to|want to|be best|better|best|just|always|also|then|try|better off|got to)?~ ?(?:call|calling|phone|phoning|ring|visit|visiting|contact|contacting|ask|asking|email|emailing|go to|go|stop by|come in|check with|checking with|talk to|talking to|speak|get in touch with|write to|reach out to|reach|take it up with|apply|see|try|order|check|head|google|go through|inquire|telephone)~~ OTHERS',
		{
			asks: false,
			unless:
				'(?:call number|ask us|contact us|reach us|email you|write you|write to you|get back|if you (?:have|need) (?:any|more|other)|anytime|come back|before you|do you want|i will|i can|i am|will be able to see|search the|@link|check out|see the (?:book|article)|will see|follow up|visit us|let us know)',
			confidence: 0.88
		}
	),
	rule(
		'refer-away',
		'(?:please|just|try|best to|so|or|then|only|but|better|maybe|perhaps|and|simply|go|pls|i would)?~ ?(?:call|calling|phone|phoning|ring|contact|contacting|ask|asking|email|check with|checking with|talk to|talking to|speak with|speak to|get in touch with|reach out to|write to|go see|go to|stop by|visit|try|consult|come in to|google)~ (?:the|your|their|them|a|ur|her|him|that|our|ask)~ OTHERS',
		{
			asks: false,
			unless:
				'(?:call number|ask us|contact us|email you|write you|write to you|get back to you|if you have (?:any|more|other)|come back|let me|i will|i can|i am|we will|i have|i asked|they will|she will|one moment|hold on|while i|will email|will ask|thank|thanks|going to ask|reading|who will|would you like|to you|follow up|shall i|@link)',
			confidence: 0.85
		}
	),
	rule(
		'refer-away',
		'(?:that is|this is|it is) (?:all|as far as|about all|everything|the end|the best|as much as|the most)~ (?:i|we|what)~ (?:can|could|able|have|go|got)~',
		{ unless: '(?:for now , let|if|is that all|or is)', asks: false }
	),
	rule(
		'refer-away',
		'(?:nothing|not much|not anything|no) (?:more|else|further|other)?~ ?(?:i|we|that i|that we|can be|to be|from this)~ (?:can|could|do|able|done)~ ?(?:do|done|help|here|find)?',
		{ asks: false, unless: '(?:nothing else you need|without|if)' }
	),
	rule(
		'refer-away',
		'(?:i|we)~ (?:can not|could not|am not able to|unable to|am unable to|are not able to|will not be able to|have no way to|do not have a way to) (?:help|assist|do|answer|get|access|handle|go)~ ?(?:with|you|that|this|more|any|further|anything|here|beyond)',
		{
			asks: false,
			unless:
				'(?:without|unless|until|but (?:i|we) (?:will|can)|reach you|email|follow up|while|at the moment|if you|get back|see your account)',
			confidence: 0.75
		}
	),
	rule(
		'refer-away',
		'(?:i would|best|you could|just|maybe|your best bet|best bet|i suggest|i recommend|i would suggest|i would recommend|suggest|recommend)~ (?:is to|to|that you|you|would be to|be to|is)?~ ?(?:google|googling|search online|try google|search for it|searching|call|calling|contacting|ringing|asking|contact|telephone|ring|phone|ask)~',
		{
			asks: false,
			unless:
				'(?:i would ask you|thank|ask a|me to|just ask us|ask us|call us|contact us|just ask|searching (?:under|for|by|with))',
			confidence: 0.82
		}
	),
	rule(
		'refer-away',
		'(?:they|she|he|it|that|society|archive|desk|office|library|branch|department|clerk)~ (?:would|is|are|might|should|will|may)~ (?:be )?(?:the )?best (?:place|person|people|ones?|bet|source)~ (?:to )?(?:ask|call|contact|help|know|try|answer)?',
		{ asks: false, confidence: 0.85, unless: '(?:i will|email you|link)' }
	)
];
