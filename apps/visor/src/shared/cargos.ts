import type { CargoPublico } from '../api-types.ts'

/** In a list of proportional representation the place matters; where one seat is voted the number says nothing. */
export function isNumbered(cargo: Pick<CargoPublico, 'principio'> | undefined): boolean {
  return cargo?.principio === 'representacion_proporcional'
}
