// A certified OpenID Connect provider (panva's oidc-provider) with three people in it, for the tests.
// `node provider.mjs PORT CALLBACK`: prints "ready" when it listens. Nobody types a password: the
// person is chosen by the login page's own query, as a browser with a session there would.
import { Provider } from "oidc-provider";

const [port, callback] = process.argv.slice(2);
const people = JSON.parse(process.env.PEOPLE);

const provider = new Provider(`http://localhost:${port}`, {
  clients: [
    {
      client_id: "collab",
      client_secret: "a-secret-between-the-two",
      redirect_uris: [callback],
      token_endpoint_auth_method: "client_secret_basic",
    },
  ],
  pkce: { required: () => true },
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
  cookies: { keys: ["only", "for", "tests"] },
  findAccount: (ctx, id) => ({
    accountId: id,
    claims: () => ({ sub: id, name: "A Name", ...people[id] }),
  }),
});

// Whoever `/as/NAME` was opened for signs in; consent is given at once.
let who = "";
provider.use(async (ctx, next) => {
  const chosen = ctx.path.match(/^\/as\/(\w+)$/);
  if (chosen) {
    who = chosen[1];
    ctx.body = "ok";
    return;
  }
  if (!ctx.path.startsWith("/interaction/")) return next();
  const { prompt, params, session } = await provider.interactionDetails(ctx.req, ctx.res);
  if (prompt.name === "login") {
    const result = who === "cancels" ? { error: "access_denied" } : { login: { accountId: who } };
    return provider.interactionFinished(ctx.req, ctx.res, result, { mergeWithLastSubmission: false });
  }
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  const consent = { grantId: await grant.save() };
  return provider.interactionFinished(ctx.req, ctx.res, { consent }, { mergeWithLastSubmission: true });
});

provider.listen(Number(port), "127.0.0.1", () => console.log("ready"));
