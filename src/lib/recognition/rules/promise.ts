import { rule, type Rule } from './rule.ts';

/** What the library does for its own sake; nothing of it comes back to the patron. */
const NOTHING_COMES_BACK =
	'complaint|complaints|broken|feedback|suggestion|compliment|comment|praise|kind words|typo|let them know about|tell them about|report the|bad link|dead link|that link|the link|heating|noise|hours are wrong|thanks along';
const NEGATED =
	'will not|can not|could not|not be able|unable|without|unless|no one|nobody|no librarian|never|would not|so (?:that )?(?:a|the|they|we|she|he|i|someone|somebody)';
const CALLS_BACK =
	'(?:email|emailing|write|writing|write back|get back|getting back|get in touch|getting in touch|be in touch|contact|contacting|reach out|reaching out|follow up|following up|reply|replying|respond|responding|send you|sending you|answer you|answer by email|answer your|drop you|let you know|get hold of you|get you|mail you|message you|give you|call you|ring you|phone you|telephone you|be back to you|get this to you|get it to you|send it|send them|send the)';
const PATRON_ASKS =
	'(?:(?:can|could|will|would|may|shall)~ (?:you|someone|somebody|they|u|she|he|librarian|library|anyone|one of \\w+)~~ (?:email|write|send|get back|contact|let me know|reach|forward|pass|message|mail|answer me|reply|tell me|follow up)|(?:email|send|write|mail|forward)~ (?:me|it to me|them to me)~)';

/** What happens after the chat, and how long it takes. */
export const PROMISE_RULES: readonly Rule[] = [
	rule(
		'explain-follow-up',
		`OURS~ (?:will|is going to|are going to|am going to|shall|is|are|would|can|could|ought to|should)~ ${CALLS_BACK}~(?: (?:you|to you|with you|back to you|your question))`,
		{
			unless: `(?:${NEGATED}|${NOTHING_COMES_BACK}|if you (?:leave|give|call|email|have|need|get|want)|you (?:can|could|will have to|should|would have to|may) (?:email|write|call|contact|send)|you to (?:contact|call|email|write)|where|reading|which|(?:i|we) (?:would|may|should|could|can) (?:like|trouble|ask|have|be)|only way|i can (?:look|find)|let you know (?:when|if) i|need to (?:email|contact)|need (?:an?|your|some|the) (?:email|address)|in a (?:moment|minute|second|sec)|right now|@link)`
		}
	),
	rule(
		'explain-follow-up',
		'(?:someone|somebody|librarian|she|he|they|colleague|specialist|staff|archivist|team|people)~ (?:email|emails|writes|replies|contacts|gets back to|answers|will and email)~ (?:you|your|to you)',
		{
			unless: `(?:so they|so she|where|if|when|need (?:an?|your|some|the) (?:email|address)|${NEGATED}|${NOTHING_COMES_BACK}|which|before)`,
			confidence: 0.85
		}
	),
	rule(
		'explain-follow-up',
		'(?:will|can|could|ask~~ to)~~ and (?:email|write|send|reply|answer|contact|get back to)~ you',
		{ unless: `(?:you can|you could|${NEGATED}|i will look|so|if you)`, confidence: 0.88 }
	),
	rule(
		'explain-follow-up',
		'(?:i am|i will|i have|we are|we will|we have|let me|i can|we can|i would like to|shall i|should i|will|going to|want me to|happy to|i must|i shall|would you like me to|and)?~ ?(?:pass|passing|passed|forward|forwarding|forwarded|hand|handing|handed|send|sending|sent|refer|referring|referred|submit|submitting|submitted|transfer|transferring|relay|relaying|route|routing|escalate|escalating|refering|give|giving|put|leave|turn|turning)~ PARCEL~ (?:on|along|over|off|up|to|through|with|for|in)~ (?:follow up|librarian|library|librarians|staff|specialist|colleague|colleagues|expert|team|branch|them|desk|people|folks|department|her|him|archivist|them to|someone|somebody|to|follow|home library)',
		{
			unless: `(?:${NOTHING_COMES_BACK}|can not|could not|not be able|unable|you can|you could|you will have to|without|unless|you should|you may|you might|in this chat|a moment|one moment|who will help you now)`
		}
	),
	rule(
		'explain-follow-up',
		'(?:shall i|should i|can i|let me|i can|i will|i would|i could|i am)~ (?:pass|forward|send|passing|forwarding|sending|handing|hand)~ (?:question|request|query|this|it)~ (?:on|along|over|off)',
		{ unless: `(?:${NOTHING_COMES_BACK}|not)`, confidence: 0.93 }
	),
	rule(
		'explain-follow-up',
		'you(?: will| would| should| are going to| ought to| shall)?~ (?:hear|hearing|get|receive|getting)~ (?:from|back from)~ (?:us|them|someone|somebody|a|the|our|your|her|him|me|one|staff)',
		{ unless: '(?:have not heard|i hear|if you|when you|unless|from the (?:box|shelf|desk))' }
	),
	rule(
		'explain-follow-up',
		'(?:follow up|followup|following up|get back|get in touch|be in touch) (?:with|to|by email)~ ?(?:you|your question|this)?',
		{
			unless: `(?:${NEGATED}|${NOTHING_COMES_BACK}|if you|please|you can|you could|you want to|need to know|why|study|order to)`,
			confidence: 0.9
		}
	),
	rule(
		'explain-follow-up',
		'you (?:will|can|may|should|would|ought to|are going to)~ (?:hear|hearing)(?: back)? from',
		{
			unless: `(?:${NEGATED}|not|heard|i hear|we hear|if you|when you|once you|before you|from the (?:box|shelf|desk))`,
			confidence: 0.85
		}
	),
	rule(
		'explain-follow-up',
		'OURS (?:will|shall) (?:reply|respond|follow up|get back|write back|ring back|call back)',
		{
			unless: `(?:${NEGATED}|${NOTHING_COMES_BACK}|if you|when|once|which)`,
			confidence: 0.85
		}
	),
	rule(
		'explain-follow-up',
		'OURS~ (?:will|is going to|are going to|shall|would|can|could)~ (?:ring|call|phone|telephone) you',
		{
			unless: `(?:${NEGATED}|${NOTHING_COMES_BACK}|if you|before you|in a (?:moment|minute|second|sec))`,
			confidence: 0.9
		}
	),
	rule('explain-follow-up', 'you~ expect~ (?:call|email|reply|answer|message|letter|note|word)~ from', {
		asks: false,
		unless: `(?:${NEGATED}|not|have to expect)`,
		confidence: 0.85
	}),
	rule('explain-follow-up', '(?:will|shall|is going to|are going to)(?: \\S+)? be (?:back )?in touch', {
		unless: `(?:${NEGATED}|not|you will|you are|if|when|once|which)`,
		confidence: 0.9
	}),
	rule(
		'explain-follow-up',
		'(?:mark|marking|flag|flagging|leave|leaving|set|code|coding|put|putting|save)~ (?:this|it|your question|that|question)~ (?:follow up|followup)',
		{ unless: '(?:can not|will not)' }
	),
	rule(
		'explain-follow-up',
		`(?:would you like|do you want|would you prefer|shall i (?:have|ask)|should i (?:have|ask)|want)~ (?:library|librarian|staff|someone|somebody|me|us|them|her|him|specialist|colleague|to have)~~ ${CALLS_BACK}`,
		{ asks: true, unless: '(?:search|look for)' }
	),
	rule(
		'explain-follow-up',
		`(?:have|ask|asking|get|getting|having)~ (?:librarian|someone|somebody|staff|specialist|colleague|them|her|him|library|branch|desk|archivist|team)~ (?:to )?${CALLS_BACK}`,
		{ unless: `(?:${NEGATED}|you can ask|you could ask|you should|if you)` }
	),
	rule(
		'explain-follow-up',
		'(?:yes|yes they will|sure|sure thing|of course|will do|certainly|absolutely|happy to|gladly|with pleasure|you bet|you betcha|no problem|i will|we will|we can|definitely|by all means|consider it done|ok|can do|i can|they will|she will|he will|that can be arranged|course)~',
		{
			after: PATRON_ASKS,
			unless: '(?:(?:\\S+ ){8}\\S+|here it is|@link|not|done|sent)',
			confidence: 0.85,
			asks: false
		}
	),

	rule(
		'set-timeframe',
		'(?:within|in|about|takes|take|taking|allow|allow for|give|give them|give us|up to|usually|expect|around|roughly|typically|at least|maybe|or|next|inside of|under|after|be)~ COUNT~ DAYSPAN(?: or so| or two| at most| tops)?',
		{
			asks: false,
			unless:
				'(?:after one hour|deleted|interlibrary|kept|ordering|sign|session|loan|renew|fine|fines|overdue|check out|checked out|checkout|borrow|open|closed|hours are|hold shelf|ago|for the past|last|expires?|per day|a day late|each|minutes?|old|published|issued|return it|bring it back|hold it for|keep it|due back|every|once a|twice|free|deadline|is your paper)'
		}
	),
	rule(
		'set-timeframe',
		'(?:several|a few|a couple of|couple|few|two or three|\\d+ (?:to|-) ?\\d+|2 3|3 4|1 2|3 5|24|48|72)~ (?:business |working )?DAYSPAN',
		{
			asks: false,
			unless:
				'(?:loan|renew|fine|fines|overdue|check out|checked out|checkout|borrow|open|closed|hold shelf|ago|past|last|expires?|late|each|old|published|issued|return|keep|due|every|free|24 hours a day|24 hours)',
			confidence: 0.85
		}
	),
	rule(
		'set-timeframe',
		'(?:(?:soon|quickly|fast|promptly|quick) as (?:possible|they can|we can|she can|he can|i can|anyone|someone|it is)|soonest possible|right away|shortly|promptly)',
		{
			unless:
				'(?:come back|how soon|see you|need it|do you|again soon|i will (?:be|look)|back soon|too soon|ending|close|end|return|bring|renew|log out|change|you (?:have|need|should|must|can|want))',
			asks: false,
			confidence: 0.7
		}
	),
	rule(
		'set-timeframe',
		'(?:hear|answer|reply|email|response|have it|get it|have the|have her|have his|be with you|reach you|in your inbox|arrive|back to you|write|expect|know|emailed|receive)~~ (?:by|on|before|no later than|until|till|sometime|later|this|early|around|at)~ DAYNAME',
		{ asks: false, unless: '(?:if|need it by|paper|due|open|close|loan|until|need|book is)', confidence: 0.9 }
	),
	rule(
		'set-timeframe',
		'(?:it|this|that|they|these|questions?|answer|reply|response|which|searches?|she|he)~ (?:may|might|can|could|will|would|should|usually|sometimes|often|does)~ (?:take|need|be)~ (?:a while|some time|awhile|a bit|longer|time|quick|quickly|tomorrow|days)',
		{
			asks: false,
			unless: '(?:one moment|minute|minutes|to load|loading|seconds|hold on|bear with)',
			confidence: 0.85
		}
	)
];
