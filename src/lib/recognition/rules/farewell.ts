import { rule, type Rule } from './rule.ts';

/** Thanks for coming, come again, goodbye, and the end itself. */
export const FAREWELL_RULES: readonly Rule[] = [
	rule(
		'thank-for-using',
		'(?:thank you|thanks|thank|thankful|grateful|thanking you|thank you all|many thanks|obliged)~~ (?:using|chatting|contacting|visiting|reaching out|stopping by|stopping in|stopping|dropping in|dropping by|coming to|coming by|coming in|writing to|writing in|getting in touch|connecting|calling on|calling|trying|choosing|consulting|your question|your questions|the question|the great question|the good question|such an?~ question|the interesting question|bringing|turning to|talking|popping in|popping by|swinging by|checking in with|being in touch|messaging|texting|asking (?:us|ask|a librarian|the library|your|such|me this|this|about)|your enquiry|your inquiry|your visit|swung by|entrusting|having asked|for asking \\w+)',
		{
			unless: '(?:patience|patient|waiting|telling|letting us know|the link you|your email|the email)',
			confidence: 0.97
		}
	),
	rule(
		'thank-for-using',
		'(?:glad|happy|pleased|appreciate|appreciated|good of you|kind of you|nice of you|delighted|honou?red|pleasure)~ (?:you|that you|your|to|u)~ ?(?:used|using|asked|ask us|chatted|chatting|reached out|contacted|contacting|came to|stopped by|question|consulted|consult us|tried|called on|chose|visited|use|visit|have been asked)',
		{
			unless: '(?:patience|happy to answer|glad to help|happy to help|glad you asked|question about|if)',
			confidence: 0.85
		}
	),

	rule(
		'invite-return',
		'(?:come|visit|stop|drop|pop|swing|chat|write|ask|contact|message|msg|ping|reach|text|check|knock|hop|return|log|call|holler|shout|look|consult|connect|jump|get|buzz)~ (?:back|again|by|us|anytime|in|out|to us|in touch|here)~ (?:anytime|whenever|again|soon|any hour|if you|when you|next time|always|at any|day or night|24/7|later|if anything|should you|if it|if something|should anything|as you|tomorrow|if she|if he|if they|once)',
		{
			unless:
				'(?:branch|in case|ask in|get in|get your|email|phone them|call them|in person|may i ask|check back soon for|come in with|will come back|i will|i am|librarian will|they will|get back to you|page|for the link|catalog|them if|them again|can you try|before you)'
		}
	),
	rule(
		'invite-return',
		'(?:come back|come again|visit us|visit us again|chat again|come see us|come and see us|drop in again|write again|ask us again|contact us|write to us|message us|msg us|ask again|return to us|stop by again|chat with us again|use us again|reach out again|back anytime|call on us again|think of us|chat us|try us again|see us again|message me|holler at us)',
		{
			unless:
				'(?:branch|i will|will come back|when i|librarian|thank you for|thanks for|thanks|it will|before|in person|i come back|did you|have you|if they|to contact us by phone)',
			confidence: 0.93
		}
	),
	rule(
		'invite-return',
		'(?:feel free|do not hesitate|do not be shy|welcome|you are always welcome|always welcome|not be afraid|more than welcome|you can always|you may always)~ (?:to )?(?:come|contact us|contact|ask us|ask|reach|chat|return|write|message|visit|log|start|get in touch|text|open|call on|stop|drop|pop|connect|use us|use our|holler)~',
		{
			unless:
				'(?:branch|library at|them|desk|ask for|ask at|ask the|wait|come in|phone|in person|office|start with|open the|open it|log ?in|log into|ask your|visit the|visit @link|contact the|contact your|write down|return the|return it|use our (?:catalog|database)|hold|hang)',
			confidence: 0.93
		}
	),
	rule(
		'invite-return',
		'(?:we are|we will be|i am|someone is|there is|we stay|librarians are|there is always|always)~ (?:here|open|available|around|on|online|always here|librarian)~ (?:24/7|24 7|24 hours|anytime|around the clock|day and night|day or night|if you need|if you|whenever|all night|every day|all day|until|till|for you|always|all the time|at any|any hour|7 days)',
		{
			unless: '(?:branch|building|closed|he is|moment|if you are still|just checking|still here)',
			confidence: 0.9
		}
	),
	rule(
		'invite-return',
		'(?:let|tell) (?:us|me) know~ (?:if|should|when|whenever) (?:you|there|anything|something)~~ (?:more|other|any|else|further|anything|questions?|help|stuck|need)',
		{
			unless:
				'(?:by monday|email|deadline|if you have any luck|not what you|if you (?:want|would like) me|which|that is not|does not)',
			confidence: 0.9
		}
	),
	rule(
		'invite-return',
		'(?:if|should|whenever|when|anytime) (?:you|anything|something|there|new|more|ever|it)~~ (?:anything|any|more|other|else|further|questions?|help|again|stuck|something|comes up|need us)~~ (?:come|contact|chat|here|give us|ask|message|write|holler|reach|shout|drop|know where|back|find us|open|online|call us|ping|stop by|pop)',
		{
			unless:
				'(?:branch|email you|them|office|i am going to|i will (?:end|close)|desk|store|call the|to end|close|ask for)',
			confidence: 0.88
		}
	),
	rule(
		'invite-return',
		'(?:hope|look forward|looking forward|love|like|happy|glad|until)~ (?:to|we|you|see|that you|hear|help)~ ?(?:hear from you|see you|come back|help you|help|hearing|talking|return|seeing|chat|chat with you|use us|call on us|visit|talk to you|be of service)~ (?:again|soon|anytime|back|another)',
		{ confidence: 0.9, unless: '(?:back from|they)' }
	),
	rule('invite-return', '(?:glad|happy|pleased|here)~ (?:to )?(?:help|assist)~ (?:whenever|anytime|again)~', {
		unless: '(?:branch)'
	}),
	rule(
		'invite-return',
		'(?:do not be a stranger|see you again|you know where (?:to find|we are|we live)|our (?:virtual )?doors? (?:is|are) always|give us a (?:shout|holler|call|buzz)~ (?:anytime|whenever|if|again)|anytime you (?:need|have|want)|talk to us (?:again|anytime))',
		{ confidence: 0.9 }
	),
	rule(
		'invite-return',
		'(?:yes|sure|of course|certainly|absolutely|anytime|please do|by all means|definitely|always)~',
		{
			after:
				'(?:can|could|may|ok if|okay if|should|is it ok)~ i~ (?:come back|ask again|write again|chat again|return|come here|ask you|message|use this)~',
			unless: '(?:(?:\\S+ ){9}\\S+|not)',
			confidence: 0.85,
			asks: false
		}
	),

	rule(
		'goodbye',
		'(?:goodbye|bye|byebye|farewell|cheerio|toodles|ciao|adios|peace out|ta ta|toodle oo|see you later|see you around|catch you later|until next time|till next time|be well|stay safe|stay warm|goodnight|see you|good day|good evening to you|sayonara|talk soon|talk later|godspeed|laters)~',
		{
			unless:
				'(?:say goodbye|bye the way|bye birdie|goodbye letter|the goodbye|long goodbye|saying goodbye|before you say|good day to|titled|called|script|novel|song|see you have|see you are|(?:i|to|you|we|still|can|will|not|do|we will) (?:still )?see you|nice to see you|word of farewell|the farewell|good day ,|long goodbye|farewell to|goodbye to|see you want|see you need|see you were|see you signed|see you left|see you did|see you gave|i see you|can see you|kiss goodbye|goodnight moon|long as|so long as|hope to see you|see you again)',
			confidence: 0.96
		}
	),
	rule('goodbye', '(?<=^ |[,-] |bye |now )so long(?: then| now| and~)?', {
		unless: 'so long (?:as|no)',
		confidence: 0.85
	}),
	rule('goodbye', 'take (?:good )?care(?: now| of yourself| and~| all| then| bye| out there)?', {
		unless:
			'(?:take (?:good )?care of (?:the|your|it|that|those|these|this|everything|any|my|a|all|them)|will take care|to take care|care with|care to|care when)',
		confidence: 0.95
	}),
	rule(
		'goodbye',
		'(?:have|enjoy|wish you|wishing you|i wish|hope you have|bid you) (?:a|an|your|the|yourself|you a|you an|you the)(?: (?:very|really|super))?(?: [a-z]+)?(?: (?:rest of the|rest of your))? (?:day|evening|afternoon|morning|night|weekend|week|one|time|holiday|holidays|rest|trip|summer|break|game|concert|wedding|journey|vacation|dinner|reading|recital|party|show|semester)',
		{
			unless:
				'(?:did you|do you|if you have|may have|will have|would have|need to have|a day|that day|deadline|have you)',
			confidence: 0.93
		}
	),
	rule(
		'goodbye',
		'(?:good luck|best of luck|best wishes|all the best|lots of luck|much success|happy (?:reading|writing|researching|hunting|studying|holidays|travels|trails|gardening|weekend|friday|searching|baking|listening|birthday to)|enjoy (?:the|your|it|that|them|those|this|every)|enjoy|have fun|safe travels|break a leg|sleep well|warm regards|kind regards)~',
		{
			asks: false,
			unless:
				'(?:finding it , let|let me check|one more place|enjoyed|enjoys|hope you enjoy|would enjoy|might enjoy|may enjoy|will enjoy|also enjoy|enjoy reading about|if you enjoy|do you enjoy|people who enjoy|who enjoy|you enjoy|would be good luck|i enjoy)',
			confidence: 0.88
		}
	),

	rule(
		'announce-end',
		'(?:i|we|am|will|must|shall|would|going|need|ought|to|let us|will be|should|and|so|now)~ (?:close|end|closing|ending|disconnect|disconnecting|shut|shutting|wrap up|wrapping up|exit|exiting|leave the|leaving the|leave our|terminate|terminating|conclude|finish|sign off|log off|logging off|signing off|finishing|pop|draw|bring)~ (?:up|off|out|down|the|our|this|your|of|now|here|it)?~ ?(?:chat|session|conversation|window|call|consultation|things|this|here|now|line|it|us|off|out|down|to a close)',
		{
			asks: false,
			unless:
				'(?:you can close|you may close|you can end|you can leave|when you|please close|closing time|library|branch|desk|before (?:i|we)|do not (?:close|leave|end|shut)|not (?:close|leave|end|going|closing)|leave (?:it|this|that|the|a|an|your) (?:with|to|for|on|at|in|note|message|email)|leave (?:your|an) email|you leave|if you (?:close|leave)|pop (?:in|by|over|back)|bring (?:it|this|your)|close to|close by|loud|will not|book|shelf|once you|this here|you to (?:close|leave|end)|so (?:that )?we|you (?:end|close|shut)|stop (?:by|in)|drop|email)'
		}
	),
	rule(
		'announce-end',
		'(?:closing|ending|shutting|wrapping|signing|logging|closed|ended)~ ?(?:out|up|off|down)?~ ?(?:the|our|this|your)?~ ?(?:chat|session|conversation|window|now|here|off|shortly|soon|this|it)',
		{
			asks: false,
			unless:
				'(?:library|branch|when|before|not|do not|early|building|street|desk|you|book|song|scene|chapter|is closed|are closed|who|office|at \\d)',
			confidence: 0.9
		}
	),
	rule(
		'announce-end',
		'(?:chat|session|conversation|window|connection|system)~ (?:will|is going to|is about to|be|has to|must|is|gets|may|has|makes)~ (?:close|end|closed|ended|closing|ending|time out|timing out|shut|disconnect|disconnected|expire|cut|log you out|kick)',
		{
			asks: false,
			unless:
				'(?:after (?:the|this) (?:chat|session) ends|when the|once the|if you close|is over|catalog|library|in case|if (?:the|this|our) (?:chat|connection)|box is)',
			confidence: 0.9
		}
	),
	rule(
		'announce-end',
		'(?:let you go|i will let you go|i will let you get|i have to go now|i am off now|going offline|calling it)',
		{ confidence: 0.8, unless: '(?:before)' }
	)
];
