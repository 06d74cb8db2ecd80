import type { Reader } from '../../../database/reader.ts'
import type { ClaseVisita } from '@conoceles/domain'
import type { Clock } from '../../../shared/clock.ts'

const EVERY_MS = 5_000
const HOUR_MS = 3_600_000

interface Cuenta {
  clase: ClaseVisita
  /** Beginning of the hour, legal time. */
  hora: Date
  veces: number
}

/**
 * Visits by kind of page and hour. They are counted in memory and written together every few seconds and at the end, so that a visit costs
 * no statement. A process that is killed loses those of the last seconds. Counts that cannot be written wait: they are never more than
 * kinds and hours.
 */
export class VisitasService {
  private cuentas = new Map<string, Cuenta>()
  private timer: NodeJS.Timeout | null = null
  private failed: (error: unknown) => void = () => undefined
  private writing: Promise<void> = Promise.resolve()

  constructor(
    private readonly lector: Reader,
    private readonly clock: Clock,
  ) {}

  start(failed: (error: unknown) => void): void {
    this.failed = failed
    this.timer = setInterval(() => void this.escribir().catch(failed), EVERY_MS)
    this.timer.unref()
  }

  /** Counts that cannot be written any more are lost, and the log tells so: they do not keep the process from stopping in order. */
  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer)
    await this.escribir().catch(this.failed)
  }

  contar(clase: ClaseVisita): void {
    const ahora = this.clock.now().epochMilliseconds
    this.sumar({ clase, hora: new Date(ahora - (ahora % HOUR_MS)), veces: 1 })
  }

  /** Adds its counts to those of all processes. One at a time, so that a caller that waits for this waits for all. */
  escribir(): Promise<void> {
    const write = () => this.escribirAhora()
    this.writing = this.writing.then(write, write)
    return this.writing
  }

  private async escribirAhora(): Promise<void> {
    const cuentas = [...this.cuentas.values()]
    if (cuentas.length === 0) return
    this.cuentas = new Map()
    const columns = [cuentas.map(({ clase }) => clase), cuentas.map(({ hora }) => hora), cuentas.map(({ veces }) => veces)]
    try {
      await this.lector.query('select publico.contar_visitas($1, $2, $3)', columns)
    } catch (error) {
      for (const cuenta of cuentas) this.sumar(cuenta)
      throw error
    }
  }

  private sumar({ clase, hora, veces }: Cuenta): void {
    const key = `${clase} ${hora.getTime()}`
    this.cuentas.set(key, { clase, hora, veces: veces + (this.cuentas.get(key)?.veces ?? 0) })
  }
}
