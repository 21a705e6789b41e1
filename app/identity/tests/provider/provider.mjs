// An identity provider to sign in with: oidc-provider with people and clients of its own, on a free port. It prints its
// address, then obeys a line at a time and answers `done`:
//   rotate        signs with new keys from now on, and forgets the old ones
//   rotate keep   the same, but goes on publishing the old ones
//   bad WHAT      misbehaves (see `misbehave` below); `bad nothing` ends it
// With --claims-in-token the ID token tells everything, else userinfo does. With --port N it has that port; with --back URL
// and --out URL it sends browsers back there.
import http from 'node:http';
import readline from 'node:readline';
import * as jose from 'jose';
import { Provider } from 'oidc-provider';

const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'];
const SECRET = 'a secret of the client that is long enough for every way of using it, HS256 among them';
const people = {
  ana: { name: 'Ana Quispe', email: 'ana@example.pe', email_verified: true, roles: ['planificador', 'root'], entity: '010' },
  beto: { name: 'Beto Rojas', email: 'beto@example.pe', email_verified: false, roles: 'auditor', entity: '025' },
};
const told = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const client = (client_id, more) => ({
  client_id,
  client_secret: SECRET,
  redirect_uris: [told('--back', 'http://127.0.0.1:1/back')],
  post_logout_redirect_uris: [told('--out', 'http://127.0.0.1:1/out')],
  response_types: ['code'],
  grant_types: ['authorization_code'],
  ...more,
});

let bad = 'nothing';
let current;
let keys = [];

// Two of a kind, RSA for RS256 and PS256, would be one too many for a token that names no key; each has its algorithm.
async function newKeys(generation) {
  return Promise.all(ALGORITHMS.map(async (alg) => {
    const { privateKey } = await jose.generateKeyPair(alg, { extractable: true });
    return { ...(await jose.exportJWK(privateKey)), alg, use: 'sig', kid: `${alg}-${generation}` };
  }));
}

const changes = {
  nonce: (claims) => ({ ...claims, nonce: 'another' }),
  audience: (claims) => ({ ...claims, aud: 'another' }),
  issuer: (claims) => ({ ...claims, iss: 'https://id.example.pe' }),
  expired: (claims) => ({ ...claims, exp: claims.iat - 120 }),
  future: (claims) => ({ ...claims, iat: claims.iat + 300, exp: claims.exp + 300 }),
  at_hash: (claims) => ({ ...claims, at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' }),
};

async function forged(token) {
  const claims = jose.decodeJwt(token);
  const key = keys.find(({ alg }) => alg === 'RS256');
  const { d, p, q, dp, dq, qi, ...open } = key;
  const sign = (payload, alg, secret, kid) =>
    new jose.SignJWT(payload).setProtectedHeader({ alg, kid }).sign(secret);
  if (bad in changes) return sign(changes[bad](claims), 'RS256', await jose.importJWK(key, 'RS256'), key.kid);
  if (bad === 'unsigned') return new jose.UnsecuredJWT(claims).encode();
  if (bad === 'public key') {
    const pem = await jose.exportSPKI(await jose.importJWK(open, 'RS256'));
    return sign(claims, 'HS256', new TextEncoder().encode(pem), key.kid);
  }
  if (bad === 'unknown key') {
    const { privateKey } = await jose.generateKeyPair('RS256');
    return sign(claims, 'RS256', privateKey, 'nobody-knows');
  }
  if (bad === 'foreign key') {
    const { privateKey } = await jose.generateKeyPair('RS256');
    return sign(claims, 'RS256', privateKey, key.kid);
  }
  return token;
}

async function misbehave(ctx, next) {
  await next();
  const route = ctx.oidc?.route;
  if (route === 'token' && ctx.body?.id_token) ctx.body.id_token = await forged(ctx.body.id_token);
  if (route === 'userinfo' && bad === 'userinfo') ctx.body = { ...ctx.body, sub: 'somebody else' };
}

function provider(issuer) {
  const made = new Provider(issuer, {
    clients: [
      client('quipu'),
      client('quipu-public', { client_secret: undefined, token_endpoint_auth_method: 'none' }),
      ...[...ALGORITHMS, 'HS256'].map((alg) => client(`quipu-${alg}`, { id_token_signed_response_alg: alg })),
    ],
    claims: { openid: ['sub'], profile: ['name', 'roles', 'entity'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: !process.argv.includes('--claims-in-token'),
    cookies: { keys: ['of tests'] },
    enabledJWA: { idTokenSigningAlgValues: [...ALGORITHMS, 'HS256'] },
    features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
    findAccount: (_, id) => people[id] && { accountId: id, claims: async () => ({ sub: id, ...people[id] }) },
    jwks: { keys },
    pkce: { required: () => true },
  });
  made.use(misbehave);
  return made.callback();
}

const server = http.createServer((request, response) => current(request, response));
server.listen(Number(told('--port', 0)), '127.0.0.1', async () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  let generation = 1;
  keys = await newKeys(generation);
  current = provider(issuer);
  console.log(issuer);
  for await (const line of readline.createInterface({ input: process.stdin })) {
    if (line.startsWith('rotate')) {
      generation += 1;
      keys = [...(await newKeys(generation)), ...(line === 'rotate keep' ? keys : [])];
      current = provider(issuer);
    } else if (line.startsWith('bad ')) {
      bad = line.slice('bad '.length);
    }
    console.log('done');
  }
  process.exit(0);
});
