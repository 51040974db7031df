// The tasks, and what their form chooses among, as the program has them now.
import { computed, ref, shallowRef } from 'vue'
import { call, failureOf } from '@/ipc/call'
import type { Failure } from '@/ipc/generated/Failure'
import type { TaskChoices } from '@/ipc/generated/TaskChoices'
import type { TasksView } from '@/ipc/generated/TasksView'

export function useTasks() {
  const view = shallowRef<TasksView | null>(null)
  const choices = shallowRef<TaskChoices | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const loading = ref(false)
  const lines = computed(() => view.value?.lines ?? [])

  async function find(): Promise<void> {
    loading.value = true
    try {
      const [tasks, now] = await Promise.all([call('tasks_view', null), call('task_choices', null)])
      view.value = tasks
      choices.value = now
      failure.value = null
    } catch (thrown) {
      failure.value = failureOf(thrown)
    } finally {
      loading.value = false
    }
  }

  /** After an act: the tasks may stand otherwise, what their form chooses among does not. */
  async function refresh(): Promise<void> {
    try {
      view.value = await call('tasks_view', null)
    } catch (thrown) {
      failure.value = failureOf(thrown)
    }
  }

  return { view, lines, choices, failure, loading, find, refresh }
}
