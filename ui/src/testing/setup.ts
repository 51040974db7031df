// Before every test: a clean page, no window shown yet, no error and no paper on display, and errors that nobody expects fail.
import { config, enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach } from 'vitest'
import { forgetReadiness } from '@/shared/readiness'
import { putRecoveryPapersAway } from '@/shared/recoveryPapers'
import { dismissUnexpected } from '@/shared/unexpected'
import { forgetPrinterUsed } from '@/shared/usePrinters'

// Transitions and teleports as in the real page: a test should see what a person sees.
config.global.stubs = {}

// As browsers have it. The page of the tests would write the whole element out with all that is in it, and the library
// that places menus asks every element that it passes: seconds for a page, and more than a test may take on a busy machine.
Element.prototype.toString = () => '[object Element]'

enableAutoUnmount(afterEach)

beforeEach(() => {
  document.body.replaceChildren()
  // As index.html has it, which a test of its own watches.
  document.documentElement.lang = 'zh-CN'
  forgetReadiness()
  dismissUnexpected()
  putRecoveryPapersAway()
  forgetPrinterUsed()
})
