import type { CargoPublico } from '../../api-types.ts'

/** Whether the number of a place matters: in a list of proportional representation it does, where one seat is voted it does not. */
export function isNumbered(cargo: Pick<CargoPublico, 'principio'> | undefined): boolean {
  return cargo?.principio === 'representacion_proporcional'
}
