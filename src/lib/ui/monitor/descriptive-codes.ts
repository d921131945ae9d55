/** What a question was about, as desks sort them; any number may be chosen, and none has to be. */
export const DESCRIPTIVE_CODES = ['Circulation', 'Research', 'Simple fact', 'Access', 'Local'] as const;
