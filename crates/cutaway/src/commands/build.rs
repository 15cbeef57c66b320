//! `cutaway build`: a real RISC-V ELF file.

use crate::arguments::BuildArgs;
use crate::failure::Failure;
use crate::outside::{self, RealFiles};
use crate::session;

/// Compiles, links (unless `-c` says not to) and writes.
pub(crate) fn build(arguments: &BuildArgs) -> Result<u8, Failure> {
    let bytes = if arguments.compile_only {
        object(arguments)?
    } else {
        session::build(&arguments.program)?.elf
    };
    outside::write_to(Some(&arguments.output), &bytes)?;
    make_executable(arguments);
    Ok(0)
}

fn object(arguments: &BuildArgs) -> Result<Vec<u8>, Failure> {
    if arguments.program.parts().len() > 1 {
        let said = "`-c` compiles one file at a time: call it once for each".to_string();
        return Err(Failure::Usage(said));
    }
    let name = session::file_name(&arguments.program.file)?;
    outside::check_source(&arguments.program.file)?;
    let options = session::options(&arguments.program);
    let unit = compiler::compile(&name, &RealFiles, &options);
    session::say(&unit.diagnostics, &unit.sources);
    match unit.generated {
        Some(generated) => Ok(image::write_object(&generated.object)),
        None => Err(Failure::Compile),
    }
}

/// An executable may be executed; a file system that knows no such permission is no reason to fail.
fn make_executable(arguments: &BuildArgs) {
    #[cfg(unix)]
    if !arguments.compile_only {
        use std::os::unix::fs::PermissionsExt;
        let path = &arguments.output;
        if path.is_file() {
            let _ = std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755));
        }
    }
}
