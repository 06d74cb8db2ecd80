import { esDeActorPolitico, PERMISOS, permisosDe, puede, requiereSegundoFactor, ROLES } from './permisos.ts'

describe('roles and permissions', () => {
  it('leave no permission without a role', () => {
    expect(PERMISOS.filter((permiso) => !ROLES.some((rol) => puede(rol, permiso)))).toEqual([])
  })

  it('keep administración away from any captura', () => {
    expect(permisosDe('administracion').filter((permiso) => permiso.startsWith('captura') || permiso.startsWith('candidaturas'))).toEqual(
      [],
    )
  })

  it('ask everybody for a second factor, except the roles that the proceso exempts', () => {
    expect(ROLES.filter((rol) => !requiereSegundoFactor(rol, null))).toEqual([])
    expect(ROLES.filter((rol) => !requiereSegundoFactor(rol, { sinSegundoFactor: ['captura', 'comision'] }))).toEqual([
      'captura',
      'comision',
    ])
  })

  it('never mix capturing with verifying', () => {
    expect(ROLES.filter((rol) => puede(rol, 'captura.capturar') && puede(rol, 'captura.verificar'))).toEqual([])
    expect(ROLES.filter((rol) => puede(rol, 'captura.capturar')).every(esDeActorPolitico)).toBe(true)
  })
})
