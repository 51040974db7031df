// Generated from Rust by a test. Do not edit.
import type { AuthorityKind } from './AuthorityKind'
import type { ChannelKind } from './ChannelKind'
import type { OfficeProfile } from './OfficeProfile'
import type { Role } from './Role'

export const AUTHORITY_KIND_LABELS: Record<AuthorityKind, string> = {
  statutory: '法定行政机关',
  authorized: '法律法规授权的组织',
  entrusted: '受委托的组织',
}

export const CHANNEL_KIND_LABELS: Record<ChannelKind, string> = {
  portal: '政府门户网站',
  credit_system: '国家企业信用信息公示系统',
  notice_board: '公示栏',
  social_media: '政务微信、微博',
  newspaper: '报纸',
  broadcast: '广播电视',
  other: '其他',
}

export const OFFICE_PROFILE_LABELS: Record<keyof OfficeProfile, string> = {
  name: '单位名称',
  code: '单位代码',
  authority: '执法主体资格',
  entrustingAuthority: '委托机关',
  docPrefix: '机关代字',
  regionCode: '行政区划代码',
  regionName: '行政区划名称',
  address: '地址',
  phone: '电话',
  supervisionPhone: '监督电话',
  channels: '公示渠道',
}

export const ROLE_LABELS: Record<Role, string> = {
  handler: '经办员',
  supervisor: '监督员',
  administrator: '管理员',
  reader: '只读',
}
