// The only words for an error that the pages have of their own: for a mistake of the pages themselves, which nothing
// from the program can describe. Every other error comes worded from there.

export const UNEXPECTED = {
  message: '界面出错',
  hint: '已保存的资料不受影响。请复制详情发给维护人员，然后重新载入界面。',
} as const

export const COPY_REFUSED = '系统没有允许复制，请选中文字后按 Ctrl+C'
