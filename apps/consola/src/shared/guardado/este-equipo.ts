/** Marks of this device that are read before anybody knows who is there. None of them opens anything. */
const SESIONES = 'conoceles-sesiones-guardadas'
const VISITA = 'conoceles-ultima-visita'
const SALIDA = 'conoceles-salida-pendiente'

/** Account that kept sesiones on this device; null: there are none. */
export const ownerOfGuardadas = (): string | null => localStorage.getItem(SESIONES)

export function setOwnerOfGuardadas(cuentaId: string | null): void {
  mark(SESIONES, cuentaId)
}

/** Account whose last visit lies here, encrypted; null: nobody's does. */
export const ownerOfVisita = (): string | null => localStorage.getItem(VISITA)

export function setOwnerOfVisita(cuentaId: string | null): void {
  mark(VISITA, cuentaId)
}

/** Whether somebody signed out while the server could not be told: no script can erase the cookie. */
export const owesExit = (): boolean => localStorage.getItem(SALIDA) !== null

export function setOwesExit(owes: boolean): void {
  mark(SALIDA, owes ? '1' : null)
}

/** Milliseconds of this device's clock. */
export const deviceNow = (): number => performance.timeOrigin + performance.now()

function mark(name: string, value: string | null): void {
  if (value === null) localStorage.removeItem(name)
  else localStorage.setItem(name, value)
}
