export type FileChosen = { path: string, replaces: boolean, };
