import { rule, type Rule } from './rule.ts';

/** Is it answered, and is there more? */
export const COMPLETE_RULES: readonly Rule[] = [
	rule(
		'check-answered',
		'(?:does|did|do|is|was|are|were|has|have|would)(?: not)? (?:that|this|it|these|those|they|everything|all|any of \\w+|one of \\w+|the \\w+(?: \\w+)?|\\w+)~ (?:answers?|answered|help|helped|helpful|do the trick|do it|satisfy|settle|solve|solved|resolve|resolved|sort|clear|cover|covers|match|work for|enough|suffice|serve|useful|complete)~',
		{
			asks: true,
			unless:
				'(?:open|password|email|@address|number|code|when|card|day|date|deadline|else|who|how|if it|wait|monday|tuesday|wednesday|thursday|friday|for you to|librarian|answer you|answers? you|you answer|to answer|can answer|get an answer|hear)'
		}
	),
	rule(
		'check-answered',
		'(?:what|everything|all|all that|the \\w+|kind of \\w+|sort of \\w+|one|ones|thing|information)~ you (?:were|are|have been|had)?~ ?(?:looking for|look for|after|needed|need|wanted|want|hoping for|hoped for|hoping|hoped|in mind|meant|mean|expected|expecting|required|asked for|came for|searching for|trying to find)',
		{
			asks: true,
			unless:
				'(?:deadline|when|how|which|why|by what|by which|else|any|tell me what|email|@address|day|date|more|about|would you like|do you want|or do you|your card|what (?:were|are|do|did|is|year|kind|sort))'
		}
	),
	rule(
		'check-answered',
		'(?:have|has|did|do|were|was|are)~ (?:i|we|you|your question|your query|your questions)~ (?:answered|found|find|found what|got what|get what|get everything|got everything|covered|have what|have everything|have all|able to find|all set|squared away|sorted|good now|happy with|satisfied)',
		{
			asks: true,
			unless: '(?:email|when|card|barcode|number|if|address|password|already|yet)'
		}
	),
	rule(
		'check-answered',
		'(?:all set|all good|all sorted|good to go|sorted now|squared away|we good|are we done|that everything|that all you needed)',
		{ asks: true, unless: '(?:if|once|else|email|address|when)', confidence: 0.9 }
	),
	rule(
		'check-answered',
		'(?:is|was|are|were|does|did|would)(?: not)? (?:that|this|it|these|those|one of \\w+)~ (?:the|a|your)? ?(?:right|correct|enough|good enough|sufficient)~',
		{
			asks: true,
			unless:
				'(?:email|@address|address|spelled|spelling|number|library|branch|name|day|date|time|person|@link|edition|card|or)'
		}
	),
	rule(
		'check-answered',
		'(?:let me know|tell me|wondering|want to (?:be|make) sure|check|ask)~ (?:if|whether|that)~ (?:that|this|it|these|those|the \\w+|you|i|your)~ (?:answers?|answered|helps?|helped|covers|covered|works for|got what|have what|what you need|what you needed|what you were|what you are|everything you)',
		{ unless: '(?:else|email|@address|more)', confidence: 0.9 }
	),
	rule(
		'check-answered',
		'(?:is|are) (?:your|the)~ (?:question|questions|query|problem|puzzle|issue)~ (?:answered|resolved|solved|settled|cleared)',
		{ asks: true }
	),

	rule(
		'offer-more',
		'(?:anything|something|what|any thing|nothing|any|who) (?:else|more|further|other|additional)~',
		{
			asks: true,
			unless:
				'(?:if|remember|tell me|know about|recall|about (?:him|her|it|the book)|tried|try|did you|have you (?:tried|looked|found)|you know|just come|let us know|please (?:come|contact|write)|clue|details?|waiting|wrong|say|said)'
		}
	),
	rule(
		'offer-more',
		'(?:do|have|would|are|is|was|were|need|want|got|like|care|shall|should|may|can|could|might|will|any) (?:you|there|i|we|for)?~~ ?MORE~ (?:questions?|information|help|articles?|sources?|books?|topics?|assistance|thing|things|titles?|ones?|examples?|items?|details?|requests?|matters?|links?|copies|copy|records?)',
		{
			asks: true,
			unless:
				'(?:if|remember|tell me|clue|spelling|when|email|address|any other way|librarian|branch|library|did you|have you tried|just come|let us know|more specific)'
		}
	),
	rule(
		'offer-more',
		'(?:want|need|like|looking) to (?:know|see|find|ask|learn)~ (?:something |anything |any )?MORE',
		{ asks: true, unless: '(?:if|specific)' }
	),
	rule('offer-more', '(?:need|want|like|any) (?:any )?MORE', {
		asks: true,
		unless: '(?:if|wait|time|minute|minutes|specific|tell me)',
		confidence: 0.9
	}),
	rule('offer-more', '(?:what|how) else (?:can|could|may|might|shall|should|do)~ (?:i|we|you)~', {
		asks: true,
		unless: '(?:tell me|describe|remember|know about)'
	}),
	rule(
		'offer-more',
		'(?:is there|was there|were there|are there|do you have|have you|got)~ (?:anything|something|any questions|a question|other questions)~ (?:i|we|you|on your mind|left)~ (?:can|could|may|might|need|needed|want|wanted|would like|help|look|mind|ask)',
		{ asks: true, unless: '(?:if|remember|tell|did you|did not)' }
	),
	rule(
		'offer-more',
		'(?:can|could|may|might|shall|should) i~ (?:help|assist|find|look up|do|get|offer|search)~ (?:with|you|for)?~ ?(?:anything|something|another|any other|others|more)',
		{ asks: true, unless: '(?:if|when)' }
	),
	rule('offer-more', 'any (?:questions?|other questions?)~', {
		asks: true,
		unless: '(?:if|come|let us know|let me know|contact|ask us|have any|you have)',
		confidence: 0.9
	})
];
