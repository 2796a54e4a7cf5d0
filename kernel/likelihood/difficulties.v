(** The equations of likelihood/difficulties, proved by Coq's kernel for every size.

    Written by `python -m proofread kernel`.  What a theorem means is said in the
    document of proofread on the kernel; the number beside a key is the identity of
    the claim that the theorem was made of.                                           *)

From mathcomp Require Import all_ssreflect ssralg matrix mxalgebra zmodp.
From kernel Require Import sums notions reading tactics dual prove.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

(** saddle-escape, line 2: 55be0ca116d77b0b *)
Theorem saddle_escape_line_2
    (R : comUnitRingType)
    (eta : R)
    (theta : 'cV[R]_2) :
  ((theta ord0 0) + (theta (lift ord0 ord0) 0) + (- (eta * (((theta ord0 0) * (theta (lift ord0 ord0) 0)) + (- 1)) * ((theta ord0 0) + (theta (lift ord0 ord0) 0))))) = ((1 + (eta * (1 + (- ((theta ord0 0) * (theta (lift ord0 ord0) 0)))))) * ((theta ord0 0) + (theta (lift ord0 ord0) 0))) :> R.
Proof. prove. Qed.

(** flat-saddle-step: 8d0c52e9aa404ecd *)
Theorem flat_saddle_step
    (R : comUnitRingType)
    (y : R)
    (eta : R)
    (unit : ((y + (- (eta * (y ^+ 2)))) : R) \is a GRing.unit)
    (unit_2 : (y : R) \is a GRing.unit)
    (unit_3 : ((1 + (- (eta * y))) : R) \is a GRing.unit) :
  (y + (- (eta * (y ^+ 2))))^-1 = (y^-1 + (eta * (1 + (- (eta * y)))^-1)) :> R.
Proof. prove. Qed.

Print Assumptions saddle_escape_line_2.
Print Assumptions flat_saddle_step.
