import { isKept } from './visita.ts'

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e'

describe('answers that stay for when there is no network', () => {
  it('are those by which an opened candidatura is captured', () => {
    const paths = ['proceso', 'cuestionarios', `candidaturas/${ID}`, `candidaturas/${ID}/captura`, `candidaturas/${ID}/formula`]
    expect(paths.filter((path) => !isKept(`/api/v1/${path}`))).toEqual([])
  })

  it('hold no readings of identity, no account of anybody else and no list', () => {
    const paths = [
      `candidaturas/${ID}/lecturas`,
      `candidaturas/${ID}/captura/otras`,
      `candidaturas/${ID}/fotografia/media`,
      'cuentas',
      'candidaturas',
    ]
    expect(paths.filter((path) => isKept(`/api/v1/${path}`))).toEqual([])
  })
})
