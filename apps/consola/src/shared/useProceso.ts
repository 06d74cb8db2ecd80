import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { outcome } from '@conoceles/api-client'
import { client, publicClient } from '../api.ts'
import type { Proceso, Reloj } from '../api-types.ts'
import { deviceNow } from './guardado/este-equipo.ts'
import { setZone } from './formularios/dates.ts'

/** The proceso and its clock, read once for the whole consola. */
const proceso = shallowRef<Proceso | null>(null)
const clock = shallowRef<{ ahora: number; readAt: number } | null>(null)
const simulacro = ref(false)
let reading: Promise<void> | null = null

export function useProceso() {
  return {
    proceso: computed(() => proceso.value),
    simulacro: computed(() => simulacro.value),
    readProceso,
    readSimulacro,
    setReloj,
    setSimulacro,
  }
}

/** The instant of the proceso, which ticks here between two answers of the server. Null until the first. */
export function useNow(everyMs = 5_000) {
  const tick = ref(performance.now())
  const timer = setInterval(() => (tick.value = performance.now()), everyMs)
  onScopeDispose(() => clearInterval(timer))
  return computed(() => (clock.value === null ? null : instantAt(clock.value, Math.max(tick.value, clock.value.readAt))))
}

async function readProceso(): Promise<void> {
  reading ??= load().finally(() => {
    reading = null
  })
  return reading
}

async function load(): Promise<void> {
  const result = await outcome(client.GET('/api/v1/proceso'))
  if (!result.ok) return
  const read: Proceso = result.data
  setZone(read.zona)
  proceso.value = read
  simulacro.value = read.simulacro
  setReloj(result.data.reloj, result.storedAt)
}

/** Only fact known before signing in: whether it is a simulacro. */
async function readSimulacro(): Promise<void> {
  const result = await outcome(publicClient.GET('/api/v1/publico/proceso'))
  if (result.ok) simulacro.value = result.data.simulacro
}

/** Takes it from what this device kept, when no network tells it. */
function setSimulacro(value: boolean): void {
  simulacro.value = value
}

/** An answer that this device kept is as old as that. */
function setReloj(reloj: Reloj, storedAt?: string): void {
  const age = storedAt === undefined ? 0 : deviceNow() - Date.parse(storedAt)
  clock.value = { ahora: Date.parse(reloj.ahora) + age, readAt: performance.now() }
}

function instantAt(reading: { ahora: number; readAt: number }, moment: number): string {
  return new Date(reading.ahora + moment - reading.readAt).toISOString()
}
