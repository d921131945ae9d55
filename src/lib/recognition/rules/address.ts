import { rule, type Rule } from './rule.ts';

const STREET =
	'home address|street|mailing address|postal|where you live|web address|ip address|address of the|their (?:email|address)|his (?:email|address)|her (?:email|address)|hers|theirs|author|editor|archive|desk is|branch is|email them|email her|email him|email the|to email you|will email|by email|via email|an email from|the email (?:we|i|they) sent|an email saying|get an email|receive an email|sent you an email|check your (?:email|inbox)|spam|already';

/** The address: asked for, confirmed, and why it is needed. */
export const ADDRESS_RULES: readonly Rule[] = [
	rule('ask-email', '(?:what|which|whats)~~ EMAIL', {
		asks: true,
		unless: `(?:${STREET}|do not|still|is @address|or @address|when)`
	}),
	rule(
		'ask-email',
		'(?:may|can|could|would|will|do|might|mind|want|like|shall|care)~ (?:i|you|we|u|to|me|if|supplying|giving|leaving)~~ (?:have|get|give|leave|type|typing|provide|share|send|tell|enter|put|drop|take|ask|trouble|supply|pass|use|note|add|know|grab|spell|shoot|need|giving|leaving|sharing|adding|hand)~ EMAIL',
		{
			unless: `(?:${STREET}|confirm|verify|still|@address|on file|check|when)`
		}
	),
	rule(
		'ask-email',
		'(?:please|pls|just|go ahead and|and|so|then|kindly|do|simply)?~ ?(?:type|typing|enter|give|leave|provide|drop|share|put|write|let me have|tell me|supply|send me|pass me|pop|shoot me|add|type in|write down|spell)~ (?:your|an|a|the|ur|that|which|what|whatever|me your|us your|me an|us an)~ EMAIL',
		{
			unless: `(?:${STREET}|do not|confirm|verify|if you (?:do|would) not|without|will give|will send|will tell|i will|unless you|can not|@address|when|not have to|no need)`
		}
	),
	rule(
		'ask-email',
		'(?:i|we|they|she|he|would|just|will)~ (?:need|want|require|like)~ (?:your|an|a|ur|the|to have your|some)~ EMAIL',
		{
			unless: `(?:${STREET}|do not|not need|@address|does not|never|no longer|confirm|verify|if you (?:want|would like|need|prefer))`
		}
	),
	rule('ask-email', '(?:your|an|and|the|ur)? ?(?:email|email address)(?: please| then| for you| now)?', {
		asks: true,
		confidence: 0.9,
		unless:
			'(?:(?:\\S+ ){7}\\S+|still|same|@address|not|on file|right|correct|who|how|would you like|will|get|did|got|have an|check|for this|signed|is this|is that|by)'
	}),
	rule(
		'ask-email',
		'(?:email|email address)~~ , (?:what is yours|what would it be|what is it|can i have one|could i have (?:one|it)|may i have (?:one|it)|which (?:one )?(?:should|shall|may)|what should)~',
		{ asks: true }
	),
	rule('ask-email', '(?:email|email address) (?:please|for me please)', {
		unless: `(?:${STREET}|check|confirm|verify)`
	}),
	rule(
		'ask-email',
		'(?:where|how|what address|which address|to what~|to which~)~ (?:should|can|could|shall|may|do|would|might|are|best)~ (?:we|they|i|she|he|someone|somebody|librarian|staff|library|you)~ (?:send|reach you|contact you|get hold of you|get back to you|email you|write to you|get in touch with you|mail)~',
		{
			asks: true,
			unless: '(?:can i reach them|reach them|contact them|when|from|book|did|the library on)',
			confidence: 0.9
		}
	),
	rule('ask-email', '(?:best|good|better|another)~ (?:email|address|way to (?:reach|contact|get))~', {
		asks: true,
		unless: `(?:${STREET}|still|is (?:that|this|it)|@address|is @address|does|on file|signed|or)`,
		confidence: 0.9
	}),
	rule(
		'ask-email',
		'(?:yes|yes please|please do|please|go ahead|sure|if you would|i do|we do|it would|that would help|would help)~',
		{
			asks: false,
			confidence: 0.85,
			after:
				'(?:(?:need|want|give|leave|type|put|send|share|tell)~ (?:you )?~(?:my|an) (?:email|address|email address)|need to know where to send)',
			unless: '(?:(?:\\S+ ){8}\\S+|no|got it|thanks|received|see it|have it)'
		}
	),

	rule('verify-email', '@address~~', {
		asks: true,
		unless:
			'(?:got it|your library|is their|what is|contact|deadline|anything else|when|need it by|their|reference desk|author|write to @address|email @address|what|send (?:it|them) to @address and)'
	}),
	rule(
		'verify-email',
		'@address~~ (?:is that|is this|is it|correct|right|still|ok|yes|yeah|no|good|current|confirm|does that|did i|have i|best|reach|valid|work|works)',
		{
			unless:
				'(?:will be right|when|right away|right now|all right|got it|their|anything|is that (?:the kind|what|everything|all)|you are right|that is (?:right|correct))'
		}
	),
	rule(
		'verify-email',
		'(?:confirm|confirming|verify|verifying|double check|check|correct me|make sure)~~ (?:@address|(?:your|the|that|this) (?:email|address|email address)|spelling|i have it right|it is spelled|it right|you spelled)',
		{
			unless:
				'(?:will check|check your (?:email|inbox)|spam|when you|(?:catalog|book|author|title|library|postal|home)|check the email (?:we|i|they)|does not|wi ?fi|link|with them)'
		}
	),
	rule(
		'verify-email',
		'(?:email|address|email address|@address)~~ (?:you (?:signed|logged|logged on|gave|entered|used|typed|put|registered|provided)|on file|on record|we have|i have|i see|in the form|on your form|in your form|on your account|on the form|on the account)~~',
		{
			asks: true,
			unless:
				'(?:home|street|what|which|none|no email|not see|do not|did not|without|when|anything|deadline|else)'
		}
	),
	rule(
		'verify-email',
		'(?:is|are|does|do|was|would|should|can|could)~~ (?:email|address|email address|@address|one|inbox|mailbox)~~ (?:still|correct|right|current|good|best|work|works|working|active|ok|valid|up to date|reach|reaches|you use|you check|in use|where)',
		{
			asks: true,
			unless:
				'(?:web|link|street|home|what|which|when|open|library|which|how|give|leave|provide|branch|another|different|book|article)'
		}
	),
	rule(
		'verify-email',
		'is (?:that|this|it)(?: still)? (?:the|a|your)? ?(?:best|right|correct|good|current|preferred)~ (?:address|email|one to use|place to (?:reach|write))',
		{ asks: true, unless: '(?:web|home|street)' }
	),
	rule('verify-email', '(?:does|do|is)~ @address~', { asks: true, unless: '(?:deadline|what)' }),
	rule(
		'verify-email',
		'(?:did|do|have|am) i~ (?:get|got|have|type|typed|read|spell|spelled|copy|copied|hear)~ (?:that|it|your email|your address|the address|the spelling|this)~ (?:right|correctly|correct|down|ok)',
		{ asks: true, confidence: 0.85, unless: '(?:question|title|topic|author)' }
	),

	rule(
		'explain-need-email',
		'(?:without|with out|no|unless)~ (?:email|address|email address|it|one|that|an email|your email|anywhere)~~ (?:no way|no means|can not|not be able|unable|no one|nobody|not|never|nowhere|hard|impossible|no reply|lost|no answer|stuck|will not|could not|would not|dead end)',
		{ unless: '(?:library card|log ?in|password|card|but we|check my)' }
	),
	rule(
		'explain-need-email',
		'(?:can not|not be able to|unable to|no way to|no way of|no means of|can only|only way|nobody can|no one can|nobody will be able to|not|hard to)~~ (?:without|unless)~ (?:email|address|it|one|that|you leave|you give|we have|i have|i get|they have)',
		{ unless: '(?:card|password|login|log in|pin)' }
	),
	rule(
		'explain-need-email',
		'(?:so (?:that )?|in order that )(?:OURS|that|the~|your~|our~)~ (?:can|could|may|might|has|have|know|knows|will know|would|are able to|is able to|will be able to)~ (?:get|reach|contact|email|send|follow up|reply|write|find|answer|respond|where|be in touch|let you know|somewhere|get back|pass|connect|mail)~(?: (?:you|to|it|them|back|touch|where))?',
		{
			unless:
				'(?:@link|(?:so|so that) (?:i|we) (?:can|may) (?:look|search|check|see|find (?!you)|try|narrow)|so we can (?:look|find|search)|find the (?:book|article)|find it|narrow|where you have looked|find your account|account)'
		}
	),
	rule(
		'explain-need-email',
		'(?:in case|incase)~ (?:we|you|this|the|our|your|i|connection|chat|it|of)~ (?:get|gets|are|is|be|lose|loses|drop|drops|cut|disconnect|disconnected|disconnects|disconnection|fail|fails|end|ends|freeze|freezes|close|closes|crash|crashes|goes|boots|kicks|vanish|die|dies|later|leave|find)~(?: (?:cut off|disconnected|connection|out|off|lost))?|(?:if|should) (?:we|you|this|the|our|your|i)~ (?:get|gets|be|are|is|got)? ?(?:cut off|disconnected|dropped|disconnect|lose (?:the|our|your|each)|loses? connection|interrupted|kicked)',
		{
			unless:
				'(?:i will have to|will close|ending|come back|just (?:come|start|open|write)|i will be|reopen|refresh)',
			confidence: 0.85
		}
	),
	rule(
		'explain-need-email',
		'(?:only|just the|best|one) (?:way|thing|channel|means|road|address)~~ (?:reach|contact|get back|send|answer|follow up|get in touch|get (?:it|this|that|them) to|write|respond|reply|find you)',
		{ unless: '(?:to reach them|best way to reach|reach (?:them|her|him)|contact them)', asks: false }
	),
	rule(
		'explain-need-email',
		'(?:that is|this is|it is|is|because|tis)?~ ?where~ (?:answer|reply|it|we|they|response|results?|articles?|scans?|information|list|she|he|librarian|message|everything)~ (?:be|is|are|will|would|get|gets|goes|go|lands?|sent|send|arrives?|email)~',
		{
			asks: false,
			unless:
				'(?:find|located|shelf|floor|building|library is|where it is|where they are|see where|know where)',
			confidence: 0.85
		}
	),
	rule(
		'explain-need-email',
		'(?:no|not have a|not have any|have no|has no|there is no) (?:other )?(?:way|means)~ (?:to|of)~ (?:reach|contact|get back|send|let you know|reaching|contacting|sending|getting|write to you|writing to you|get in touch|email you|get the|follow up|find you|finding you)',
		{ confidence: 0.95 }
	),
	rule(
		'explain-need-email',
		'(?:need|email|address|ask)~~ (?:to|in order to) (?:send|get|email|reach|contact|follow up|get back|write|forward)~ (?:you|to you|back to you|it|the answer|this|with you|them)',
		{
			unless:
				'(?:no need|not need|(?:library|branch|desk|them|author|web)|you need to|you can|will need to|they need to|i need to|address to)',
			confidence: 0.8
		}
	),
	rule(
		'explain-need-email',
		'(?:only|just)~ (?:used|use it|for|asking)~~ (?:to send|to get|to reply|to reach|answer|reply|to contact|to follow)',
		{ unless: '(?:library use)', confidence: 0.85 }
	)
];
