import { rule, type Rule } from './rule.ts';

/** By when the patron needs it. */
export const DEADLINE_RULES: readonly Rule[] = [
	rule(
		'ask-deadline',
		'(?:when|by when|how soon|how quickly|how fast|how urgently|how urgent|how long|what day|what date|which day|which date|by what|what time|by which|when exactly|what is the latest|until when|on what day|how late)~~ (?:you|it|this|that|paper|project|report|essay|assignment|presentation|homework|talk|exam|class|speech|the|your|professor|teacher)~~ (?:need|needs|needed|due|want|wanted|have to|must|present|presenting|hand in|hand it|turn in|turned in|deadline|submit|expect it|wait|be in|required|require|like|by|have|finish|done|help|good|useful)',
		{
			asks: true,
			unless:
				'(?:when will|when can (?:you|i)|email|born|published|open|close|did you|were you|looking|book is due|which edition|long is|long are|hear|long have|need (?:me|help)|call|it take)'
		}
	),
	rule(
		'ask-deadline',
		'(?:is there|do you have|have you|any|what is|got|is it|there|your|does it have|are you working|under|on|a)~ (?:deadline|due date|time limit|rush|time frame|timeframe|date in mind|time constraint|certain date|certain day|particular day|particular date|specific date|by when|end date|cut off date|submission date)~',
		{
			asks: true,
			unless: '(?:library|loan|renew|return|in the policy|fine|what day is today|the ill|no deadline)'
		}
	),
	rule(
		'ask-deadline',
		'(?:when|what day|what date|which day)~ (?:is|are|was|will|does)~ (?:it|this|that|paper|project|report|essay|assignment|presentation|homework|talk|exam|class|speech|the \\w+|your \\w+|he|she|professor|teacher)~ (?:due|need|for|have to)?~',
		{
			asks: true,
			confidence: 0.8,
			unless:
				'(?:born|published|open|close|written|from|set|built|about|take place|happen|what is|store|library|branch|link|died|married|article|book|edition|photo|made)'
		}
	),
	rule(
		'ask-deadline',
		'(?:is there|there is)~ (?:day|date|time|point)~ (?:you|it|this|by)~ (?:by|before|need|needed|when)?~',
		{ asks: true, unless: '(?:come back|call|chat|meet|stop by|good time)' }
	),
	rule(
		'ask-deadline',
		'(?:due|needed|need (?:it|this|that|them|these|the \\w+|an answer)|need by|want (?:it|this|them))~ (?:by )?(?:today|tomorrow|when|soon|tonight|this week|next week|monday|tuesday|wednesday|thursday|friday|saturday|sunday|in a hurry|right away|a certain|any particular|a particular|a specific|urgently)~',
		{ asks: true, confidence: 0.9, unless: '(?:when (?:will|can)|book due|do not need|else|loan|opens?)' }
	),
	rule(
		'ask-deadline',
		'(?:deadline|due when|when due|due date|urgent|time sensitive|in a rush|in a hurry|pressed for time|when by|by when|how soon)',
		{ asks: true, unless: '(?:(?:\\S+ ){11}\\S+|library|return|loan|hold|when will|if)', confidence: 0.9 }
	),
	rule(
		'ask-deadline',
		'(?:let me know|tell me|say|let us know|know|mention|note)~ (?:by when|when|by what day|what day|the date|how soon|your deadline|by which day|the deadline|what date)~ (?:you|it|this|that|is)?~ ?(?:need|needs|due|want|must|have|deadline|by|needed)',
		{
			unless:
				'(?:when you are|when you find|when you have|when it is ready|when you need (?:more|help|anything))',
			confidence: 0.9
		}
	)
];
