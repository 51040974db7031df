// Routes come from the navigation list and nowhere else; an unknown address leads to the first page.
import { createRouter, type Router, type RouterHistory } from 'vue-router'
import { DESTINATIONS, FIRST_PATH, INNER_PAGES } from './navigation'

const PROGRAM = '阳光摇号'

export function consoleRouter(history: RouterHistory): Router {
  const router = createRouter({
    history,
    routes: [
      ...[...DESTINATIONS, ...INNER_PAGES].map(({ name, path, title, page }) => ({
        name,
        path,
        component: page,
        meta: { title },
      })),
      { path: '/:anything(.*)*', redirect: FIRST_PATH },
    ],
  })
  router.afterEach((to) => {
    const title = to.meta['title']
    document.title = typeof title === 'string' ? `${title} · ${PROGRAM}` : PROGRAM
  })
  return router
}
