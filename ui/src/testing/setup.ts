// Before every test: a clean page, no window shown yet, no error and no paper on display, and errors that nobody expects fail.
import { config, enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach } from 'vitest'
import { forgetReadiness } from '@/shared/readiness'
import { putRecoveryPapersAway } from '@/shared/recoveryPapers'
import { dismissUnexpected } from '@/shared/unexpected'
import { forgetPrinterUsed } from '@/shared/usePrinters'

// Transitions and teleports as in the real page: a test should see what a person sees.
config.global.stubs = {}

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
