import { clavesSinEnviar, nombreDeObservacion } from './sin-enviar.ts'

it('finds the observaciones among the kept forms, by their entregable', () => {
  const names = [nombreDeObservacion('11.5/2024-04'), 'sesion nueva', nombreDeObservacion('11.13'), 'entregable 11.13 version']
  expect(clavesSinEnviar(names)).toEqual(['11.13', '11.5/2024-04'])
  expect(clavesSinEnviar([])).toEqual([])
})
