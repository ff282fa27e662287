interface Member {
  readonly name: string;
  readonly privacy?: string;
  readonly static?: boolean;
}

interface Declaration {
  readonly members?: readonly Member[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

/** The manifest without what is private, which the tables of the documentation would list beside the rest. */
export function publicPart(manifest: object): object {
  const { modules } = manifest as Manifest;
  const isPublic = (member: Member) =>
    member.privacy === undefined && member.static !== true && !/^[#_]/.test(member.name);
  return {
    ...manifest,
    modules: modules.map((module) => ({
      ...module,
      declarations: (module.declarations ?? []).map((declaration) => ({
        ...declaration,
        ...(declaration.members ? { members: declaration.members.filter(isPublic) } : {}),
      })),
    })),
  };
}
