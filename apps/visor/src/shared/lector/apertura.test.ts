import type { Proceso } from '../../api-types.ts'
import { nothingYet } from './apertura.ts'

const proceso = (cargos: { abierta: boolean; inicioPublicacion: string | null }[]) =>
  ({ cargos, instituto: { siglas: 'IEX' } }) as unknown as Pick<Proceso, 'cargos' | 'instituto'>

it('says the first day of publication that is still to come, and of whom it depends where there is none', () => {
  const coming = [
    { abierta: false, inicioPublicacion: '2024-04-20' },
    { abierta: false, inicioPublicacion: '2024-04-10' },
    { abierta: true, inicioPublicacion: '2024-03-31' },
  ]
  expect(nothingYet(proceso(coming))).toBe('Las primeras se publican desde el miércoles 10 de abril de 2024.')
  expect(nothingYet(proceso([{ abierta: false, inicioPublicacion: null }]))).toContain('IEX')
})
