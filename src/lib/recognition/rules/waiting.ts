import { rule, type Rule } from './rule.ts';

/** Please wait, and are you there? */
export const WAITING_RULES: readonly Rule[] = [
	rule(
		'hold',
		'(?:one|just a|just one|a|1|2|two|few|couple|just|another|give me|gimme|only a|quick|more|half a)~ (?:moment|moments|second|seconds|sec|minute|minutes|tick|jiffy|jiff|mo)~',
		{
			asks: false,
			unless:
				'(?:if|will (?:end|close)|close|closing|end|ending|hang up|shut|wrap|second (?:article|factor|verse|list|pdf|one|link|source|book|copy|question|paragraph|floor|edition|page|table|look)|open for|keep this|knock|finish|half an|ago|late|every|walk|per|video|long|about the|any minute|last minute|minutes (?:of the|from|by|are)|bus|read|page|in five minutes|hear from you|haven|have not|before you|before we|spare|away|board|meeting|next|printed|fine)',
			confidence: 0.93
		}
	),
	rule(
		'hold',
		'(?:please |pls |just |can you |could you |kindly |ok |so |if you could )?(?:hold|hang|bear with|wait|stand by|sit tight|stay with|stay on|be patient|hang tight|hold tight|stay put|hold on|hang on|stay where)~ (?:on|tight|please|me|while|a|for|here|there|with me|line|one|just|sec|moment|in there|you are|right there|patient|us|up|still|i)',
		{
			unless:
				'(?:hold shelf|on hold|a hold|the hold|place|put|holds|before you go|before you leave|before you|hold it for|hold the|hold your|library|branch|will hold|wait for (?:them|the email|her|him|a reply|the reply|it)|wait until|wait till|wait list|waiting list|have to wait|long wait|can not wait|do not wait|need not wait|no need|how long|wait for you|can you wait|able to wait|worth the wait|book|patience|have waited|sorry for)',
			confidence: 0.93
		}
	),
	rule(
		'hold',
		'(?:hold please|please hold|hold on|hang on|hang tight|one moment|one sec|bear with me|stand by|sit tight|be right back|two secs|wait please|please wait)',
		{ unless: '(?:before you|on hold|a hold|please hold the|please hold on to)', confidence: 0.94 }
	),
	rule(
		'hold',
		'(?:still|now|just|currently|am|i am|we are|keep|kept|busy|presently|right now|off|start|started|continue|yes|almost|been|also)~ (?:looking|searching|checking|digging|reading through|going through|working on|hunting|trying|scanning|pulling|browsing|combing|asking my|asking our|at it|on it|looking into|reading)~',
		{
			asks: false,
			unless:
				'(?:hold on|else has|a hold|are you|you are|were you|you were|have you|been closed|if you are|they are|she is|he is|looking at the same|looking forward|what you|is still|reading room|will be|librarian|library|waiting|working on (?:your|a|the) (?:paper|essay|project|thesis)|i am not|who is)',
			confidence: 0.9
		}
	),
	rule(
		'hold',
		'(?:looking|searching|checking|digging|(?<=^ )on it)(?: (?:now|it up|that up|right now|into it|into that|for it|for that|that|here|around|still|up|the|your|in|through|for|our)~)?',
		{
			asks: false,
			unless:
				'(?:(?:\\S+ ){9}\\S+|you|they|she|he|was|were|been|the look|not|try|by|is|for a|if|first|looking forward|worth|have a look|take a look|had)',
			confidence: 0.8
		}
	),
	rule(
		'hold',
		'(?:let me|allow me to|permit me to|allow me)(?: just| quickly| go| try to| first| please| also| now)* (?:check|look|see|search|find|pull|try|dig|grab|take a look|open|get|have a look|go look|run|consult|ask my|ask a colleague|read|verify the|confirm that with|peek|hunt|think|go|double check|start|a moment)~',
		{
			asks: false,
			unless:
				'(?:know|let me know|ask you|ask if|see if i have your|email|address|@address|close|if (?:that|this|it) (?:helps|works|answers)|get back|your deadline|let us see . is|spelling|check your|hear from|before you|be sure|make sure you)',
			confidence: 0.9
		}
	),
	rule(
		'hold',
		'(?:i will|i am going to|i shall|i am about to)(?: just| quickly| go| first| now| also)* (?:check|look|search|see if|see what|be right back|go look|have a look|take a look|find out|dig|pull up|consult|try (?:one|the|another|a)|go check|go and|look into|ask my|run over|look that up|look it up|look for)~',
		{
			asks: false,
			unless:
				'(?:librarian|they|she|he|you|library will|staff|someone|will go to|email|see that|see to it|will try to get|look forward|tomorrow|later|and (?:email|write|send)|will check with|see you|will not|let)',
			confidence: 0.85
		}
	),
	rule(
		'hold',
		'(?:while|as) i~ (?:look|check|search|dig|find|read|pull|go|try|ask|hunt|consult|work|see|fetch|run|compare|open|scan)~',
		{ asks: false, unless: '(?:was|have you|are you still|while i have you)', confidence: 0.92 }
	),

	rule(
		'check-presence',
		'(?:are|you|is|r|still|not|anybody|anyone|were)~ (?:you|u|still|there|anyone|anybody)?~ ?(?:there|here|with me|with us|around|online|connected|on the line|on the chat|at your|reading|in the chat|present|on here|awake|alive|following|w me|in this chat|listening)(?: or~| with~| for~| at~| on~)?',
		{
			asks: true,
			unless:
				'(?:is there|are there|was there|were there|there a|there any|there an|there anything|there something|be there|go there|from there|their|they|she|he|it|is that|we are|i am|library|branch|here is|the \\S+ (?:still )?(?:there|here)|(?:write|send|reply|email|find|help|offer|mail|get|contact|address|for|to|with|on|at|do|more|welcome|happy|glad|be|in|into) (?:to )?you (?:there|here)|have you|drop|would you|there still|here till|in the main|in person|at the library|you there yet|over there|out there|in there|up there|what|where|which|when|how|who|around what|book|reading for|need|looking|deadline|class|online or)',
			confidence: 0.95
		}
	),
	rule(
		'check-presence',
		'(?:you there|still there|u there|still with me|still here|still around|still with us|you still there|are you there|still w me|are you still|you with me|there still)',
		{
			unless:
				'(?:is (?:it|he|she|that|the)|they|(?:write|send|reply|email|find|help|offer|mail|to|with|for|do|on|more|ya|be) (?:to )?you (?:there|here)|in person|in the|here till|there still something|i am still|we are still|am still|book|still there is|stay|if you are|are you still (?:looking|interested|working|need|in need|able|having|want|using|trying))',
			confidence: 0.94
		}
	),
	rule(
		'check-presence',
		'(?:did|have|has|do|would)~ (?:i|you|we|connection)~ (?:lose|lost|gone|left|stepped away|leave|step away|fallen asleep|disappeared|get disconnected|dropped|drop|wander|fall asleep|get cut off|got cut off|walk away|step out|disconnect)~',
		{
			asks: true,
			unless:
				'(?:lost your|lost the|lost a|left (?:it|your|the)|lose your|lose the|book|card|leave (?:it|your|a|an|the)|if)',
			confidence: 0.9
		}
	),
	rule('check-presence', '(?:hello|yoo hoo|hellooo|anybody home|anyone home|knock knock|yoohoo)', {
		asks: true,
		unless: '(?:\\S+ ){5}\\S+|(?:hello \\S+ |help|welcome)',
		confidence: 0.8
	}),
	rule(
		'check-presence',
		'(?:if you are|let me know|tell me|say|type|send|wondering|know|drop|give|ask)~ (?:if|something|whether|a word|anything|yes|me a|hi|that)?~ ?(?:you are|you are still|you|still|are)~ (?:still there|there|still here|still with me|still with us|reading|here|around|still around|with me)',
		{ unless: '(?:there is|where you are|is there|when you are there|once you are)', confidence: 0.88 }
	)
];
