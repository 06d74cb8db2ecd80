export interface Authorization {
  token(): string | null
  /** Asks for a new token; false when the account has to sign in again. */
  renew(): Promise<boolean>
  /** Called once the account has to sign in again. */
  expired(): void
}

export type Transport = (request: Request) => Promise<Response>

/** A `fetch` that carries the access token, and asks once for a new one when it has expired. */
export function createAuthorizedFetch(authorization: Authorization, transport: Transport = (request) => fetch(request)): Transport {
  return async (request: Request): Promise<Response> => {
    const again = request.clone()
    const response = await send(request)
    if (response.status !== 401 || isPublicAcceso(request.url)) return response
    if (!(await authorization.renew())) {
      authorization.expired()
      return response
    }
    return send(again)
  }

  function send(request: Request): Promise<Response> {
    const token = authorization.token()
    if (token !== null) request.headers.set('authorization', `Bearer ${token}`)
    return transport(request)
  }
}

/** These answer 401 about what was typed, not about the token. */
function isPublicAcceso(url: string): boolean {
  return /\/acceso\/(entrar|renovar|recuperar|restablecer|invitaciones)/.test(url)
}
