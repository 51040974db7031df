// The one list of where one can go. The side bar, the router, the window's title and the Alt keys all read it, so that
// the navigation shows only what exists.
import type { Component } from 'vue'

export interface Destination {
  name: string
  path: string
  title: string
  page: () => Promise<Component>
}

export interface DestinationGroup {
  title: string
  destinations: Destination[]
}

export const ACCOUNTS_PATH = '/settings/accounts'

export const NAVIGATION: DestinationGroup[] = [
  {
    title: '一单两库',
    destinations: [
      {
        name: 'items',
        path: '/items',
        title: '抽查事项清单',
        page: () => import('@/features/items/ItemsPage.vue'),
      },
      {
        name: 'targets',
        path: '/targets',
        title: '检查对象库',
        page: () => import('@/features/targets/TargetsPage.vue'),
      },
      {
        name: 'inspectors',
        path: '/inspectors',
        title: '执法人员库',
        page: () => import('@/features/inspectors/InspectorsPage.vue'),
      },
    ],
  },
  {
    title: '计划与任务',
    destinations: [
      {
        name: 'plans',
        path: '/plans',
        title: '抽查计划',
        page: () => import('@/features/plans/PlansPage.vue'),
      },
      {
        name: 'tasks',
        path: '/tasks',
        title: '抽查任务',
        page: () => import('@/features/tasks/TasksPage.vue'),
      },
      {
        name: 'ceremony',
        path: '/ceremony',
        title: '摇号',
        page: () => import('@/features/ceremony/CeremonyPage.vue'),
      },
      {
        name: 'outside',
        path: '/outside',
        title: '外部抽取',
        page: () => import('@/features/outside/OutsidePage.vue'),
      },
      {
        name: 'rules',
        path: '/rules',
        title: '细则配置',
        page: () => import('@/features/rules/RulesPage.vue'),
      },
    ],
  },
  {
    title: '留痕与备份',
    destinations: [
      {
        name: 'trail',
        path: '/trail',
        title: '留痕',
        page: () => import('@/features/trail/TrailPage.vue'),
      },
      {
        name: 'flags',
        path: '/flags',
        title: '红旗',
        page: () => import('@/features/flags/FlagsPage.vue'),
      },
      {
        name: 'backup',
        path: '/backup',
        title: '备份',
        page: () => import('@/features/backup/BackupPage.vue'),
      },
    ],
  },
  {
    title: '管理',
    destinations: [
      {
        name: 'office',
        path: '/settings/office',
        title: '单位资料',
        page: () => import('@/features/office/OfficeProfilePage.vue'),
      },
      {
        name: 'accounts',
        path: ACCOUNTS_PATH,
        title: '账户',
        page: () => import('@/features/accounts/AccountsPage.vue'),
      },
      {
        name: 'station',
        path: '/settings/station',
        title: '密钥',
        page: () => import('@/features/station/StationPage.vue'),
      },
      {
        name: 'diagnostics',
        path: '/settings/diagnostics',
        title: '诊断信息',
        page: () => import('@/features/diagnostics/DiagnosticsPage.vue'),
      },
    ],
  },
]

export const DESTINATIONS: Destination[] = NAVIGATION.flatMap((group) => group.destinations)

const importPage = () => import('@/features/roster/ImportPage.vue')

/** Pages that one comes to from another page; the entry of that page stays marked. */
export const INNER_PAGES: Destination[] = [
  {
    name: 'targets-import',
    path: '/targets/import',
    title: '导入检查对象名单',
    page: importPage,
  },
  {
    name: 'visits-import',
    path: '/targets/visits',
    title: '导入检查台账',
    page: importPage,
  },
  {
    name: 'inspectors-import',
    path: '/inspectors/import',
    title: '导入执法人员名单',
    page: importPage,
  },
  {
    name: 'items-import',
    path: '/items/import',
    title: '导入抽查事项清单',
    page: importPage,
  },
]

/** So many destinations have a key of their own: Alt and a figure. */
export const FIGURES = 9

export const FIRST_PATH = '/settings/office'

/** Begins to read the first page while the program is still being asked who it is. */
export function fetchFirstPage(): void {
  void DESTINATIONS.find(({ path }) => path === FIRST_PATH)?.page()
}
