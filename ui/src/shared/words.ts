// Words that several pages share. The only ones for an error that the pages have of their own are for a mistake of the
// pages themselves, which nothing from the program can describe; every other error comes worded from there.

export const UNEXPECTED = {
  message: '界面出错',
  hint: '已保存的资料不受影响。请复制详情发给维护人员，然后重新载入界面。',
} as const

export const COPY_REFUSED = '系统没有允许复制，请选中文字后按 Ctrl+C'

/** What a new password is asked to be, in an empty field. Whether it is, the program says. */
export const NEW_PASSWORD = '8 个字符以上，至少三类'

/** The same for what wraps the station's keys. */
export const NEW_PASSPHRASE = '12 个字符以上的一句话，或六个词'
