import { notaDeVoto } from './version-votada.ts'

const VOTO = '2024-04-25T16:00:00Z'

describe('whether a vote approves its entregable', () => {
  it('is so of an informe from the version that was sent before it', () => {
    expect(notaDeVoto({ exigeVersion: true, versionDesde: '2024-04-25T10:00:00-06:00' }, VOTO)).toBeNull()
    expect(notaDeVoto({ exigeVersion: true, versionDesde: '2024-04-25T16:00:01Z' }, VOTO)).toMatch(/antes de que se enviara/)
    expect(notaDeVoto({ exigeVersion: true, versionDesde: null }, VOTO)).toMatch(/antes de que se enviara/)
  })

  it('is so before its hour is told, where there is a version, and of whatever is no informe', () => {
    expect(notaDeVoto({ exigeVersion: true, versionDesde: VOTO }, null)).toBeNull()
    expect(notaDeVoto({ exigeVersion: true, versionDesde: null }, null)).not.toBeNull()
    expect(notaDeVoto({ exigeVersion: false, versionDesde: null }, VOTO)).toBeNull()
  })
})
